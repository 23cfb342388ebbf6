import type { IncomingHttpHeaders } from 'node:http';

/** What an answer says of counting. */
export interface Counted {
  /** 0 when there was no whole answer. */
  readonly status: number;
  /** What is left of the limit; absent when the request passed uncounted. */
  readonly remaining?: number;
  /** End of the window that it was counted in, Unix seconds. */
  readonly reset?: number;
}

export function countedBy({
  status,
  headers,
}: {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
}): Counted {
  const remaining = headers['x-ratelimit-remaining'];
  if (remaining === undefined) return { status };
  return { status, remaining: Number(remaining), reset: Number(headers['x-ratelimit-reset']) };
}

/** How the requests of one client in one window were counted. */
export interface Tally {
  readonly requests: number;
  /** Passed on to the app and counted. */
  readonly admitted: number;
  readonly refused: number;
  /** Passed on to the app without being counted. */
  readonly uncounted: number;
  /** Without a whole answer. */
  readonly failed: number;
  /** Of `admitted`, those that were told something else to be left than all others. */
  readonly distinct: number;
}

export function tally(answers: readonly Counted[]): Tally {
  const passed = answers.filter(({ status }) => status !== 0 && status !== 429);
  const counted = passed.flatMap(({ remaining }) => (remaining === undefined ? [] : [remaining]));
  return {
    requests: answers.length,
    admitted: counted.length,
    refused: answers.filter(({ status }) => status === 429).length,
    uncounted: passed.length - counted.length,
    failed: answers.filter(({ status }) => status === 0).length,
    distinct: new Set(counted).size,
  };
}

/** Whether all that was sent was counted, and just the limit let pass. */
export function isExact({ admitted, refused, uncounted, failed, distinct }: Tally, limit: number) {
  return uncounted === 0 && failed === 0 && refused > 0 && admitted === limit && distinct === limit;
}

/** The answers of each window, by the end of the window, in order; what was not counted is in none. */
export function byWindow(answers: readonly Counted[]): [ends: number, Counted[]][] {
  const counted = answers.filter(({ reset }) => reset !== undefined);
  return [...Map.groupBy(counted, ({ reset = 0 }) => reset)].sort(([a], [b]) => a - b);
}
