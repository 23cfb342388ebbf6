import type { FirstDay } from './week.ts';

/** The day that weeks begin with where a locale is spoken; Monday where the browser does not know. */
export function firstDayIn(locale: string): FirstDay {
  const known: { getWeekInfo?: () => Intl.WeekInfo } = new Intl.Locale(locale);
  const day = known.getWeekInfo?.().firstDay ?? 1;
  return (day % 7) as FirstDay;
}
