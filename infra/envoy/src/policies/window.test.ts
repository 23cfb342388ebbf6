import fc from 'fast-check';
import { countWindow } from './window.ts';

/** What Envoy's CEL would give, found by reading the same expression as JavaScript. */
function slotAt(expression: string, time: Date): string {
  const script = expression
    .replaceAll('int(request.time)', String(Math.floor(time.getTime() / 1000)))
    // Whole numbers are divided without a rest.
    .replaceAll(/(\d+) \/ (\d+)/g, 'Math.floor($1 / $2)')
    .replaceAll(/(Math\.floor\(\d+ \/ \d+\)) \/ (\d+)/g, 'Math.floor($1 / $2)');
  return String(new Function(`return ${script}`)());
}

const unitSeconds = { second: 1, minute: 60, hour: 3600, day: 86_400 };
const dividing = Array.from({ length: 86_400 }, (_, at) => at + 1).filter(
  (length) => 3600 % length === 0 || 86_400 % length === 0,
);

/** The names of a window, and the unit that the service adds. */
function counterAt(length: number, named: Date, counted: Date): string {
  const { unit, slots } = countWindow(length);
  const names = slots.map((slot) => slotAt(slot, named));
  return [...names, Math.floor(counted.getTime() / 1000 / unitSeconds[unit])].join(' ');
}

describe('a window', () => {
  test.each([
    [1, 'second'],
    [60, 'minute'],
    [3600, 'hour'],
    [86_400, 'day'],
  ])('of %i s that is a calendar unit is counted as such', (seconds, unit) => {
    expect(countWindow(seconds)).toEqual({ unit, slots: [] });
  });

  test.each([0, -60, 1.5, 7, 3601, 7000, 2 * 86_400, Number.NaN])(
    'of %d s is refused',
    (seconds) => {
      expect(() => countWindow(seconds)).toThrow(`A window of ${seconds} s cannot be counted`);
    },
  );

  test('of any length that divides an hour or a day has one counter for all its instants and another for every other window near it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dividing),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2036-12-30'), noInvalidDate: true }),
        fc.integer({ min: -200_000, max: 200_000 }),
        (length, time, offset) => {
          const other = new Date(time.getTime() + offset * 1000);
          const window = (at: Date) => Math.floor(at.getTime() / 1000 / length);
          const counter = (at: Date) => counterAt(length, at, at);
          expect(counter(time) === counter(other)).toBe(window(time) === window(other));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('never counts a request that is counted one unit late in a window to come', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...dividing.filter((length) => countWindow(length).slots.length > 0)),
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (length, day, second) => {
          const unit = unitSeconds[countWindow(length).unit];
          const start = new Date((day * 86_400 + Math.floor(second / unit) * unit) * 1000);
          const late = counterAt(length, new Date(start.getTime() - 1), start);
          for (let at = 0; at < unit; at += length) {
            const later = new Date(start.getTime() + at * 1000);
            expect(counterAt(length, later, later)).not.toBe(late);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
