import { quantile } from '../bench/report/quantile.ts';
import { abuseRequests } from './abuse.ts';
import { beginOf } from './figures.ts';
import type { Request } from './requests.ts';
import type { Target } from './targets.ts';
import type { Span } from './timeline.ts';

/** What an abuser did to others. Times are milliseconds. */
export interface Storm {
  /** When the abuser was at work, seconds since the first answer. */
  readonly spans: readonly Span[];
  /** P95 of the others, without and with the abuser: one value for each calm and each storm. */
  readonly calm: readonly number[];
  readonly stormy: readonly number[];
  /** P95 of the others over all calms, and over all storms. */
  readonly p95: readonly [calm: number, stormy: number];
  /** Answers to the abuser by status. */
  readonly answers: Readonly<Record<string, number>>;
  /** Requests of the abuser that the app has logged. */
  readonly reached: number;
}

/** By how much the P95 of the others may move. */
const most = 1.1;

/** @param reached requests of the abuser that have reached the app. */
export function stormOf(requests: readonly Request[], reached: number): Storm {
  const begin = beginOf(requests);
  const second = ({ at }: Request) => (at - begin) / 1000;
  const others = requests.filter(({ api, scenario }) => api && scenario === 'people');
  const abuser = requests.filter(({ scenario }) => scenario.startsWith('storm'));
  const spans = [...Map.groupBy(abuser, ({ scenario }) => scenario).values()]
    .map((of) => of.map(second))
    .map((seconds): Span => [Math.min(...seconds), Math.max(...seconds)])
    .sort(([a], [b]) => a - b);
  // As long as the storm that follows, right before it.
  const calms = spans.map(([from, to]): Span => [from - (to - from), from]);
  const within = ([from, to]: Span) =>
    others.filter((one) => second(one) >= from && second(one) < to).map(({ ms }) => ms);
  const p95 = (times: readonly number[]) => quantile(times, 0.95);
  return {
    spans,
    calm: calms.map((span) => p95(within(span))),
    stormy: spans.map((span) => p95(within(span))),
    p95: [p95(calms.flatMap(within)), p95(spans.flatMap(within))],
    answers: Object.fromEntries(
      [...Map.groupBy(abuser, ({ status }) => status)].map(([status, of]) => [status, of.length]),
    ),
    reached,
  };
}

/** How much of what the abuser is to send it must have sent: else there was no storm. */
const least = 0.98;

/** What must hold. @param planned requests that the abuser is to send. */
export function stormTargets(
  { p95: [calm, stormy], answers, reached }: Storm,
  planned = abuseRequests,
): Target[] {
  const passed = answers['200'] ?? 0;
  const refused = answers['429'] ?? 0;
  return [
    {
      metric: 'P95 of the others',
      bound: `<=${most} times that in calms`,
      met: stormy <= most * calm,
    },
    {
      metric: 'refused requests of the abuser that reached the app',
      bound: '==0',
      met: reached === passed,
    },
    { metric: 'requests of the abuser that were refused', bound: '>0', met: refused > 0 },
    {
      metric: 'requests of the abuser',
      bound: `>=${least} times those planned`,
      met: passed + refused >= least * planned,
    },
  ];
}
