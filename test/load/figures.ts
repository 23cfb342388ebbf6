import { quantile } from '../bench/report/quantile.ts';
import type { Request } from './requests.ts';

/** Times are milliseconds. */
export interface Figures {
  readonly requests: number;
  readonly failed: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What happened in some seconds. */
export interface Slot extends Figures {
  /** When it began, seconds since the first answer. */
  readonly from: number;
}

export function figuresOf(requests: readonly Request[]): Figures {
  const times = requests.map(({ ms }) => ms);
  return {
    requests: requests.length,
    failed: requests.filter(({ failed }) => failed).length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
  };
}

/** The figures of each group, the largest group first. */
export function figuresBy(
  requests: readonly Request[],
  group: (request: Request) => string,
): [group: string, Figures][] {
  return [...Map.groupBy(requests, group)]
    .map(([name, of]): [string, Figures] => [name, figuresOf(of)])
    .sort(([, a], [, b]) => b.requests - a.requests);
}

/** The figures over time. @param seconds length of each slot. */
export function figuresOverTime(requests: readonly Request[], seconds: number): Slot[] {
  const begin = beginOf(requests);
  const slots = Map.groupBy(requests, ({ at }) => Math.floor((at - begin) / 1000 / seconds));
  return [...slots]
    .map(([slot, of]) => ({ from: slot * seconds, ...figuresOf(of) }))
    .sort((a, b) => a.from - b.from);
}

/** When the first answer came, milliseconds since 1970. */
export function beginOf(requests: readonly Request[]): number {
  return requests.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
}
