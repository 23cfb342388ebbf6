import { slowdownOf } from './slowdown.ts';

test.each([
  ['a fast desktop', 1750, 4],
  ['a slow desktop', 1200, 2],
  ['a fast phone', 900, 2],
  ['a phone of the middle class', 400, 1],
])('%s is slowed down as Lighthouse says', (_name, benchmarkIndex, slowdown) => {
  expect(slowdownOf(benchmarkIndex)).toBe(slowdown);
});
