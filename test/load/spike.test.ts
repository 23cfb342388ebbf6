import type { Request } from './requests.ts';
import { spikeTargets } from './spike.ts';

/** Requests in a second; it is the spike from second 40 to 70. */
function second(second: number, requests: number): Request[] {
  const phase = second < 40 ? 'before' : second < 70 ? 'spike' : 'recovery';
  const rest = { ms: 1, name: '', flow: '', scenario: 'people', api: true, status: 200 };
  return Array.from({ length: requests }, (_, at) => ({
    ...rest,
    at: 1e12 + (second + at / requests) * 1000,
    phase,
    failed: false,
  }));
}

/** @param rate requests a second in the spike, by its second. */
function missed(rate: (second: number) => number): string[] {
  const requests = Array.from({ length: 100 }, (_, at) =>
    // In the first ten seconds people come.
    second(at, at < 10 ? 200 : at >= 40 && at < 70 ? rate(at - 40) : 10),
  ).flat();
  const targets = spikeTargets(requests);
  return targets.filter(({ met }) => !met).map(({ metric }) => metric);
}

it('is content when all are faster at once', () => {
  expect(missed(() => 31)).toEqual([]);
});

it('says when there was no spike, and when people were faster only by and by', () => {
  expect(missed(() => 28)).toEqual([
    'requests in the spike',
    'requests in the first 5 s of the spike',
  ]);
  expect(missed((at) => 10 + at * 5)).toEqual(['requests in the first 5 s of the spike']);
});

it('says that there was no spike when there were no requests in it', () => {
  expect(spikeTargets(second(1, 10)).every(({ met }) => !met)).toBe(true);
});
