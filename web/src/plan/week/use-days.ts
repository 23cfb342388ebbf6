import { useMemo } from 'react';
import { currentLocale } from '../../texts/locale.ts';
import { dayNames } from './day-names.ts';
import { firstDayIn } from './first-day.ts';

/** How days are named and weeks begin where the reader is. */
export function useDays() {
  return useMemo(() => {
    const locale = currentLocale();
    return { firstDay: firstDayIn(locale), ...dayNames(locale) };
  }, []);
}
