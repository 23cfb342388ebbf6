import type { Request } from './requests.ts';
import type { Target } from './targets.ts';

/** So many times as many requests as before make a spike; people are ten times as fast, if answers are. */
const least = 3;
/** All must be fast by then, seconds. */
const sudden = 5;

/** Whether there was a spike: all at once, and over its whole length. */
export function spikeTargets(requests: readonly Request[]): Target[] {
  const times = requests.filter(({ phase }) => phase === 'spike').map(({ at }) => at);
  const [begin, end] = times.reduce(
    ([first, last], at) => [Math.min(first, at), Math.max(last, at)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const count = (from: number, to: number) =>
    requests.filter(({ at }) => at >= from && at < to).length;
  // As long as the spike and right before it: earlier, people were still coming.
  const before = count(begin - (end - begin), begin) / (end - begin);
  const rises = (what: string, to: number): Target => ({
    metric: what,
    bound: `>=${least} times those in as long before`,
    met: times.length > 0 && count(begin, to) / (to - begin) >= least * before,
  });
  return [
    rises('requests in the spike', end),
    rises(`requests in the first ${sudden} s of the spike`, begin + sudden * 1000),
  ];
}
