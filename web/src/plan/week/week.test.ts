import fc from 'fast-check';
import { dayNames } from './day-names.ts';
import { firstDayIn } from './first-day.ts';
import {
  type Day,
  daysLater,
  daysOf,
  type FirstDay,
  periodOf,
  readDay,
  readWeek,
  weekNumber,
  weekOf,
  weeksLater,
} from './week.ts';

const monday: FirstDay = 1;
const sunday: FirstDay = 0;

test.each<[Day, FirstDay, string]>([
  ['2026-11-26', monday, '2026-W48'],
  ['2026-11-29', monday, '2026-W48'],
  // Where weeks begin with Sunday, it is in the next one.
  ['2026-11-29', sunday, '2026-W49'],
  ['2026-11-28', sunday, '2026-W48'],
  // The last days of a year may be in the first week of the next, and the other way round.
  ['2025-12-29', monday, '2026-W01'],
  ['2027-01-03', monday, '2026-W53'],
  ['2027-01-04', monday, '2027-W01'],
  ['2027-01-03', sunday, '2027-W01'],
  ['2020-12-31', monday, '2020-W53'],
  ['2021-01-03', monday, '2020-W53'],
])('%s, when weeks begin with day %i, is shown in %s', (day, firstDay, week) => {
  expect(weekOf(day, firstDay)).toBe(week);
});

test.each<[string, FirstDay, Day, Day]>([
  ['2026-W53', monday, '2026-12-28', '2027-01-03'],
  ['2026-W53', sunday, '2026-12-27', '2027-01-02'],
  ['2026-W01', monday, '2025-12-29', '2026-01-04'],
  // In these, clocks change in Europe.
  ['2026-W13', monday, '2026-03-23', '2026-03-29'],
  ['2026-W43', monday, '2026-10-19', '2026-10-25'],
])('%s, beginning with day %i, goes from %s to %s', (week, firstDay, startDate, endDate) => {
  expect(periodOf(week, firstDay)).toEqual({ startDate, endDate });
});

test.each([
  ['2026-W53', 1, '2027-W01'],
  ['2027-W01', -1, '2026-W53'],
  ['2025-W52', 1, '2026-W01'],
  ['2026-W12', 2, '2026-W14'],
])('%s and %i weeks is %s', (week, count, expected) => {
  expect(weeksLater(week, count)).toBe(expected);
});

test.each([
  '2025-W53',
  '2026-W54',
  '2026-W00',
  '2026-48',
  '0000-W01',
  '9999-W52',
  'next',
  '',
  null,
])('%s is no week', (text) => {
  expect(readWeek(text)).toBeUndefined();
});

test('a week is read, with its number, and a day', () => {
  expect(readWeek('2026-W53')).toBe('2026-W53');
  expect(weekNumber('2026-W05')).toBe(5);
  expect(readDay('2028-02-29')).toBe('2028-02-29');
  expect(readDay('2026-02-29')).toBeUndefined();
  expect(readDay('')).toBeUndefined();
});

test.each(['0000-01-01', '9999-12-31'])(
  '%s, whose week has days of no such year, is no day',
  (text) => {
    expect(readDay(text)).toBeUndefined();
  },
);

test('every day is among those of the week that it is shown in, and weeks follow each other', () => {
  const days = fc.date({
    min: new Date('0001-01-01T12:00Z'),
    max: new Date('9998-12-31T12:00Z'),
    noInvalidDate: true,
  });
  const firstDays = fc.constantFrom<FirstDay>(0, 1, 6);
  fc.assert(
    fc.property(days, firstDays, (date, firstDay) => {
      const day = date.toISOString().slice(0, 10);
      const week = weekOf(day, firstDay);
      const shown = daysOf(week, firstDay);
      expect(shown).toContain(day);
      expect(new Set(shown).size).toBe(7);
      expect(readWeek(week)).toBe(week);
      expect(daysOf(weeksLater(week, 1), firstDay)).toEqual(shown.map((one) => daysLater(one, 7)));
      expect(weekOf(shown[6] ?? '', firstDay)).toBe(week);
    }),
  );
});

test('weeks begin as they do where the language is spoken', () => {
  expect(['en-GB', 'de-DE', 'en-US'].map(firstDayIn)).toEqual([1, 1, 0]);
});

test('days are named in the language', () => {
  const period = periodOf('2026-W53', monday);
  expect(dayNames('en-GB').long('2026-11-23')).toBe('Monday 23 November');
  expect(dayNames('de-DE').long('2026-11-23')).toBe('Montag, 23. November');
  expect(dayNames('en-GB').period(period).replaceAll(/\s/g, ' ')).toBe(
    '28 December 2026 – 3 January 2027',
  );
  expect(dayNames('de-DE').period(period).replaceAll(/\s/g, ' ')).toBe(
    '28. Dezember 2026 – 3. Januar 2027',
  );
});
