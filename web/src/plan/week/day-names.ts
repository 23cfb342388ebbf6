import { parseISO } from 'date-fns';
import type { Day, Period } from './week.ts';

/** Names of days in one language. */
export interface DayNames {
  /** `Mon` */
  short: (day: Day) => string;
  /** `23 Nov` */
  date: (day: Day) => string;
  /** `Monday 23 November` */
  long: (day: Day) => string;
  /** `23–29 November 2026` */
  period: (period: Period) => string;
}

/** @param locale such as `en-GB`. */
export function dayNames(locale: string): DayNames {
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const period = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  return {
    short: (day) => short.format(parseISO(day)),
    date: (day) => date.format(parseISO(day)),
    long: (day) => long.format(parseISO(day)),
    period: ({ startDate, endDate }) => period.formatRange(parseISO(startDate), parseISO(endDate)),
  };
}
