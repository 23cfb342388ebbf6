import { soakTargets } from './soak.ts';

const programs = { app: 11, redis: 12 };

/** @param app @param redis memory in MiB by the share of the time that is over. */
function missed(app: (share: number) => number, redis: (share: number) => number): string[] {
  const memory = (of: (share: number) => number) =>
    Array.from({ length: 601 }, (_, at) => of(at / 600));
  const spent = [
    { part: 'app', cpu: 1, memory: memory(app) },
    { part: 'redis', cpu: 1, memory: memory(redis) },
  ];
  return soakTargets(spent, programs, programs)
    .filter(({ met }) => !met)
    .map(({ metric }) => metric);
}

it('is content with what grows while it gets warm, goes up and down, or grows little', () => {
  const warming = (share: number) => (share < 0.2 ? 50 + 500 * share : 150);
  expect(missed(warming, (share) => 10 + 8 * share)).toEqual([]);
  expect(
    missed(
      (share) => (Math.round(share * 600) % 30) + 100,
      () => 10,
    ),
  ).toEqual([]);
});

it('lets memory grow to 1.2 times, or by 8 MiB if that is more, and by nothing above', () => {
  const growing = (from: number, to: number) => (share: number) => (share < 0.5 ? from : to);
  expect(missed(growing(100, 120), growing(10, 18))).toEqual([]);
  expect(missed(growing(100, 120.1), growing(10, 18.1))).toEqual([
    'memory of app at the end',
    'memory of redis at the end',
  ]);
});

it('does not mind one reading that is out of line, of those that are compared', () => {
  const highLast = (share: number) => (share === 1 ? 500 : 100);
  const lowAtQuarter = (share: number) => (share === 0.25 ? 10 : 100);
  expect(missed(highLast, lowAtQuarter)).toEqual([]);
});

it('says whose memory goes on growing', () => {
  expect(
    missed(
      (share) => 100 + 40 * share,
      () => 10,
    ),
  ).toEqual(['memory of app at the end']);
  expect(
    missed(
      () => 100,
      (share) => 10 + 14 * share,
    ),
  ).toEqual(['memory of redis at the end']);
});

it('says which program ended or was started anew', () => {
  const targets = (after: Record<string, number>) => soakTargets([], programs, after);
  const ended = (name: string) => [
    { metric: `programs that ended (${name})`, bound: '==0', met: false },
  ];
  expect(targets({ app: 21, redis: 12 })).toEqual(ended('app'));
  expect(targets({ app: 11 })).toEqual(ended('redis'));
});
