import { minutesOf } from './times.ts';

test.each([
  ['PT1H30M', 90],
  ['PT90M', 90],
  ['P0DT1H', 60],
  ['P1DT2H', 1560],
  ['P1W', 10_080],
  ['PT1.5H', 90],
  ['PT0,5H', 30],
  ['PT90S', 2],
  ['pt20m', 20],
  ['PT0M', 0],
  ['45', 45],
  ['1 hour 30 minutes', 90],
  ['1 hr. 5 mins', 65],
  ['2h', 120],
  ['1 day', 1440],
  ['P1Y', undefined],
  ['P', undefined],
  ['PT', undefined],
  ['PT1..2H', undefined],
  ['a while', undefined],
  ['', undefined],
])('%s', (text, minutes) => {
  expect(minutesOf(text)).toBe(minutes);
});
