import { memoryOf, milliFor, milliOf, numberAfter } from './quantities.ts';

test('quantities are read as Kubernetes writes them', () => {
  expect(['250m', '0.5', '2'].map(milliOf)).toEqual([250, 500, 2000]);
  expect(['64Mi', '1Gi'].map(memoryOf)).toEqual([64 * 1024 ** 2, 1024 ** 3]);
  expect(numberAfter(['-c', 'file', '--concurrency', '2'], '--concurrency')).toBe(2);
});

test('a request is written in steps of 50m, and is never nothing', () => {
  expect([0, 0.01, 0.05, 1.01].map(milliFor)).toEqual([50, 50, 50, 1050]);
});

test.each([
  [() => memoryOf('320'), '"320" is no size'],
  [() => memoryOf('320M'), '"320M" is no size'],
  [() => milliOf('2 cores'), '"2 cores" is no amount of CPU'],
  [() => numberAfter(['-c', 'file'], '--concurrency'), 'no --concurrency with a number'],
  [() => numberAfter(['--concurrency', 'two'], '--concurrency'), 'no --concurrency with a number'],
])('what cannot be read is refused with a sentence', (read, sentence) => {
  expect(read).toThrow(sentence);
});
