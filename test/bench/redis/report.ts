import { table } from '@recipe-book/capacity/table';
import { quantile } from '../report/quantile.ts';
import { type Candidate, type Load, loads } from './candidate.ts';

/** Figures of all candidates; processor time also as a ratio to the first. */
export function candidateTable(candidates: readonly Candidate[], lost: readonly number[]): string {
  const [first] = candidates;
  const heads = loads.flatMap((load) => [
    `${load} at once: ratelimit µs`,
    'Redis µs',
    'both, ratio',
    'P50 ms',
    'P99 ms',
  ]);
  const rows = candidates.map((one, at) => [
    one.name,
    ...loads.flatMap((load) => cells(one, load, first)),
    String(lost[at]),
  ]);
  return table([['', ...heads, 'lost'], ...rows]);
}

function cells(one: Candidate, load: Load, first: Candidate | undefined): string[] {
  const { times } = one.figures[load];
  const [ratelimit, redis] = perCall(one, load);
  const [firstRatelimit, firstRedis] = first ? perCall(first, load) : [0, 0];
  return [
    ratelimit.toFixed(0),
    redis.toFixed(0),
    ((ratelimit + redis) / (firstRatelimit + firstRedis)).toFixed(2),
    quantile(times, 0.5).toFixed(2),
    quantile(times, 0.99).toFixed(2),
  ];
}

/** Microseconds of processor time of the service and of Redis. */
function perCall(one: Candidate, load: Load): [number, number] {
  const { calls, ratelimitCpu, redisCpu } = one.figures[load];
  return [ratelimitCpu / calls, redisCpu / calls];
}
