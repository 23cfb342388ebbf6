import type { Sent } from './traffic.ts';

/** What the users saw of one event. */
export interface Row {
  readonly event: string;
  readonly seconds: number;
  readonly requests: number;
  /** Whether a process was killed that answers requests. */
  readonly killed: boolean;
  /** How many people used the app, each with one request at a time. */
  readonly cooks: number;
  /** Failures of requests that the killed pod was answering when it was killed. */
  readonly inFlight: readonly Sent[];
  /** All other failures: there must be none. */
  readonly failures: readonly Sent[];
  /** Requests for which no connection could be opened at first. */
  readonly connectedLater: number;
  /** Longest time without any good answer, milliseconds. */
  readonly longestGap: number;
  /** Longest wait of one request, milliseconds. */
  readonly slowest: number;
  /** Recipes that were confirmed to be stored and are not there. */
  readonly lost: number;
  /** Why the event did not come about, or did not end well; absent when it did. */
  readonly problem: string | undefined;
}

/**
 * Whether all went as it must: without a kill every connection is opened at once and no request fails; with
 * one only those that the killed pod was answering, at most one of each cook.
 */
export function isFine(row: Row): boolean {
  const { failures, requests, lost, problem, killed, inFlight, connectedLater } = row;
  if (problem !== undefined || failures.length > 0 || lost > 0 || requests === 0) return false;
  return killed ? inFlight.length <= row.cooks : connectedLater === 0;
}

/**
 * @param sent all requests that began between the beginning and the end of the event.
 * @param killedAt instants at which a process was killed.
 */
export function rowOf(
  event: string,
  began: number,
  sent: readonly Sent[],
  killedAt: readonly number[],
  problem: string | undefined,
): Omit<Row, 'lost' | 'cooks'> {
  const failed = sent.filter(({ failure }) => failure !== undefined);
  const wasInFlight = (one: Sent) =>
    killedAt.some((at) => one.began <= at + reachesPod && one.ended >= at);
  return {
    event,
    seconds: ((sent.at(-1)?.ended ?? began) - began) / 1000,
    requests: sent.length,
    killed: killedAt.length > 0,
    inFlight: failed.filter(wasInFlight),
    failures: failed.filter((one) => !wasInFlight(one)),
    connectedLater: sent.filter(({ refused }) => refused > 0).length,
    longestGap: longestGap(began, sent),
    slowest: Math.max(0, ...sent.map(({ began, ended }) => ended - began)),
    problem,
  };
}

/** The row of an event for which there was not even traffic. */
export function neverBegan(event: string, problem: string): Row {
  return { ...rowOf(event, performance.now(), [], [], problem), cooks: 0, lost: 0 };
}

/** Time from the order to kill until the process is gone: the order goes through the API server, milliseconds. */
const reachesPod = 1000;

function longestGap(began: number, sent: readonly Sent[]): number {
  const good = sent
    .filter(({ failure }) => failure === undefined)
    .map(({ ended }) => ended)
    .toSorted((a, b) => a - b);
  return good.reduce(({ last, gap }, at) => ({ last: at, gap: Math.max(gap, at - last) }), {
    last: began,
    gap: 0,
  }).gap;
}

export const heads = [
  'event',
  'seconds',
  'requests',
  'failures',
  'in flight at the kill',
  'recipes lost',
  'connected later',
  'slowest',
  'longest gap',
];

export function cellsOf(row: Row): string[] {
  return [
    row.event,
    row.seconds.toFixed(0),
    String(row.requests),
    String(row.failures.length),
    String(row.inFlight.length),
    String(row.lost),
    String(row.connectedLater),
    `${row.slowest.toFixed(0)} ms`,
    `${row.longestGap.toFixed(0)} ms`,
  ];
}
