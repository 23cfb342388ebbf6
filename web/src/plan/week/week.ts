import {
  addDays,
  addWeeks,
  type Day as DayOfWeek,
  formatISO,
  getISOWeek,
  getISOWeeksInYear,
  getISOWeekYear,
  isValid,
  parseISO,
  setISOWeek,
  startOfISOWeek,
  startOfWeek,
} from 'date-fns';

/** A day in no time zone, as the API has it: `2026-11-23`. */
export type Day = string;

/** A week by ISO 8601, such as `2026-W48`, as it stands in addresses. */
export type Week = string;

/** From one day to another, both counted. */
export interface Period {
  startDate: Day;
  endDate: Day;
}

/** The day a week begins with: 0 for Sunday, 1 for Monday ... */
export type FirstDay = DayOfWeek;

/** The day that it is on this device. */
export function dayOf(moment: Date): Day {
  return formatISO(moment, { representation: 'date' });
}

/**
 * A year whose weeks, with those beside them, have only days that four figures can say: those of the years 0000 and
 * 9999 reach beyond.
 */
const year = '(?!0000|9999)\\d{4}';
const dayPattern = new RegExp(`^${year}-\\d{2}-\\d{2}$`);
const weekPattern = new RegExp(`^(${year})-W(\\d{2})$`);

/** The day as text, or undefined when it is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  return dayPattern.test(text) && isValid(parseISO(text)) ? text : undefined;
}

/** The week as text, or undefined when no year has it. */
export function readWeek(text: string | null): Week | undefined {
  const [, year, number] = text?.match(weekPattern) ?? [];
  if (!text || year === undefined) return undefined;
  const count = getISOWeeksInYear(parseISO(`${year}-01-04`));
  return Number(number) >= 1 && Number(number) <= count ? text : undefined;
}

/**
 * The week that a day is shown in. Where weeks begin with Sunday, a Sunday is shown in the week of the Monday
 * after it.
 */
export function weekOf(day: Day, firstDay: FirstDay): Week {
  const first = startOfWeek(parseISO(day), { weekStartsOn: firstDay });
  const monday = addDays(first, daysToMonday(firstDay));
  return weekAt(monday);
}

/** The seven days of a week, as they are shown where weeks begin with that day. */
export function daysOf(week: Week, firstDay: FirstDay): Day[] {
  const first = addDays(mondayOf(week), -daysToMonday(firstDay));
  return Array.from({ length: 7 }, (_, index) => dayOf(addDays(first, index)));
}

/** The first and the last of a week's days. */
export function periodOf(week: Week, firstDay: FirstDay): Period {
  const first = addDays(mondayOf(week), -daysToMonday(firstDay));
  return { startDate: dayOf(first), endDate: dayOf(addDays(first, 6)) };
}

/** The week that is some weeks later, or before. */
export function weeksLater(week: Week, count: number): Week {
  return weekAt(addWeeks(mondayOf(week), count));
}

/** The day that is some days later, or before. */
export function daysLater(day: Day, count: number): Day {
  return dayOf(addDays(parseISO(day), count));
}

/** The number of a week in its year. */
export function weekNumber(week: Week): number {
  return Number(week.slice(-2));
}

function weekAt(monday: Date): Week {
  const year = String(getISOWeekYear(monday)).padStart(4, '0');
  return `${year}-W${String(getISOWeek(monday)).padStart(2, '0')}`;
}

/** The fourth of January is always in the first week (ISO 8601). */
function mondayOf(week: Week): Date {
  return startOfISOWeek(setISOWeek(parseISO(`${week.slice(0, 4)}-01-04`), weekNumber(week)));
}

function daysToMonday(firstDay: FirstDay): number {
  return (8 - firstDay) % 7;
}
