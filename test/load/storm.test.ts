import type { Request } from './requests.ts';
import { stormOf, stormTargets } from './storm.ts';

/** One request. @param second since the beginning. */
function request(second: number, scenario: string, ms: number, status = 200): Request {
  const at = 1e12 + second * 1000;
  return { at, ms, name: '', flow: '', scenario, phase: '', api: true, status, failed: false };
}

/** People ask every tenth of a second for 40 s; the abuser is at work from 10 to 20 and from 30 to 40. */
function run(stormyMs: number): Request[] {
  return Array.from({ length: 400 }, (_, at) => at / 10).flatMap((second) => {
    const stormy = second % 20 >= 10;
    const people = request(second, 'people', stormy ? stormyMs : 100);
    if (!stormy) return [people];
    const name = second < 20 ? 'storm-1' : 'storm-2';
    return [people, request(second, name, 1, second < 10.5 ? 200 : 429)];
  });
}

function missed(requests: readonly Request[], reached: number, planned = 200): string[] {
  const targets = stormTargets(stormOf(requests, reached), planned);
  return targets.filter(({ met }) => !met).map(({ metric }) => metric);
}

it('compares others while an abuser is at work with others just before', () => {
  const storm = stormOf(run(105), 5);
  expect(storm).toMatchObject({ calm: [100, 100], stormy: [105, 105], p95: [100, 105] });
  expect(storm.answers).toEqual({ 200: 5, 429: 195 });
  expect(storm.spans).toEqual([
    [10, 19.9],
    [30, 39.9],
  ]);
});

it('is content while others notice little and no refused request reaches the app', () => {
  expect(missed(run(110), 5)).toEqual([]);
});

it('says when others are slowed down, when refused requests reach the app, and when none is refused', () => {
  expect(missed(run(111), 5)).toEqual(['P95 of the others']);
  expect(missed(run(100), 6)).toEqual(['refused requests of the abuser that reached the app']);
  const obeying = run(100).filter(({ status }) => status === 200);
  const more = [...obeying, request(15, 'storm-1', 1), request(35, 'storm-2', 1)];
  expect(missed(more, 7, 7)).toEqual(['requests of the abuser that were refused']);
});

it('says when the abuser could not send what it was to send', () => {
  expect(missed(run(100), 5, 204)).toEqual([]);
  expect(missed(run(100), 5, 205)).toEqual(['requests of the abuser']);
});
