import fc from 'fast-check';
import { resultOf } from '../testing/cel.ts';
import { countWindow } from './window.ts';

const unitSeconds = { second: 1, minute: 60, hour: 3600, day: 86_400 };
const dividing = Array.from({ length: 86_400 }, (_, at) => at + 1).filter(
  (length) => 3600 % length === 0 || 86_400 % length === 0,
);
/** Those that are no calendar unit. */
const numbered = dividing.filter((length) => countWindow(length).numbers.length > 0);

/** The window in which a request that came at one time is counted at another; fails unless it is just one. */
function counted(length: number, came: number, at: number): number {
  const { unit, numbers } = countWindow(length);
  const seconds = unitSeconds[unit];
  if (numbers.length === 0) return Math.floor(at / seconds);
  const named = numbers.map((number) => resultOf(number, came));
  const inUnit = named.filter(
    (number) =>
      number !== undefined && Math.floor((number * length) / seconds) === Math.floor(at / seconds),
  );
  expect(inUnit).toHaveLength(1);
  return inUnit[0] ?? Number.NaN;
}

const time = fc.double({ min: 1_770_000_000, max: 2_100_000_000, noNaN: true });

describe('a window', () => {
  test.each([
    [1, 'second'],
    [60, 'minute'],
    [3600, 'hour'],
    [86_400, 'day'],
  ])('of %i s that is a calendar unit is counted as such', (seconds, unit) => {
    expect(countWindow(seconds)).toEqual({ unit, unitSeconds: seconds, numbers: [] });
  });

  test.each([0, -60, 1.5, 7, 3601, 7000, 2 * 86_400, Number.NaN])(
    'of %d s is refused',
    (seconds) => {
      expect(() => countWindow(seconds)).toThrow(`A window of ${seconds} s cannot be counted`);
    },
  );

  test('of any length that divides an hour or a day is the one in which the request came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dividing), time, (length, came) => {
        expect(counted(length, came, came)).toBe(Math.floor(came / length));
      }),
      { numRuns: 2000 },
    );
  });

  test('is the nearest of the unit that the service counts in, though its time is up to a second off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...numbered),
        time,
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true, minExcluded: true, maxExcluded: true }),
        (length, somewhen, beforeEnd, off) => {
          const unit = countWindow(length).unitSeconds;
          const came = Math.ceil(somewhen / unit) * unit + beforeEnd;
          const at = came + off;
          const begin = Math.floor(at / unit) * unit;
          const nearest = Math.min(Math.max(came, begin), begin + unit - 1);
          expect(counted(length, came, at)).toBe(Math.floor(nearest / length));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is counted once but for the seconds at the end of a unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbered), time, (length, came) => {
        const { unitSeconds: unit, numbers } = countWindow(length);
        const second = Math.floor(came) % unit;
        const names = numbers.filter((number) => resultOf(number, came) !== undefined);
        expect(names).toHaveLength(second === 0 || second === unit - 1 ? 2 : 1);
      }),
      { numRuns: 500 },
    );
  });
});
