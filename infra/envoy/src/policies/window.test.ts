import fc from 'fast-check';
import { countWindow } from './window.ts';

/** The value that Envoy's CEL would give, found by reading the same expression as JavaScript. */
function slotAt(expression: string, time: Date): string {
  const script = expression
    .replaceAll('request.time.getSeconds()', String(time.getUTCSeconds()))
    .replaceAll('request.time.getMinutes()', String(time.getUTCMinutes()))
    .replaceAll('request.time.getHours()', String(time.getUTCHours()))
    .replaceAll('request.time.getDayOfYear()', String(dayOfYear(time)));
  return String(new Function(`return ${script}`)());
}

function dayOfYear(time: Date): number {
  return Math.floor((time.getTime() - Date.UTC(time.getUTCFullYear(), 0, 1)) / 86_400_000);
}

const unitSeconds = { second: 1, minute: 60, hour: 3600, day: 86_400 };
const dividing = [1, 2, 5, 15, 30, 60, 90, 300, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400];

describe('a window', () => {
  test.each([
    [60, { unit: 'minute' }],
    [3600, { unit: 'hour' }],
    [86_400, { unit: 'day' }],
    [1, { unit: 'second' }],
  ])('of %i s that is a calendar unit is counted as such', (seconds, counted) => {
    expect(countWindow(seconds)).toEqual(counted);
  });

  test.each([7, 45 * 60, 3601, 5400, 2 * 86_400])('of %i s is refused', (seconds) => {
    expect(() => countWindow(seconds)).toThrow(`A window of ${seconds} s cannot be counted`);
  });

  test('has one counter for all its instants and another for every other window near it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dividing),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-30'), noInvalidDate: true }),
        fc.integer({ min: -200_000, max: 200_000 }),
        (length, time, offsetSeconds) => {
          const { unit, slotExpression } = countWindow(length);
          const other = new Date(time.getTime() + offsetSeconds * 1000);
          const window = (at: Date) => Math.floor(at.getTime() / 1000 / length);
          const counter = (at: Date) => {
            const start = Math.floor(at.getTime() / 1000 / unitSeconds[unit]);
            return `${slotExpression ? slotAt(slotExpression, at) : ''} ${start}`;
          };
          expect(counter(time) === counter(other)).toBe(window(time) === window(other));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('never counts a request that is written one unit late in a window to come', () => {
    const { slotExpression = '' } = countWindow(900);
    const late = new Date('2026-11-23T10:59:59.999Z');
    const sameSlotLater = new Date('2026-11-23T11:45:00Z');
    expect(slotAt(slotExpression, late)).not.toBe(slotAt(slotExpression, sameSlotLater));
  });
});
