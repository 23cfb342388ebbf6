import type { CalendarLink, NewCalendarLink } from '@recipe-book/app/schemas/calendar';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { ApiError } from '../../api/api-error.ts';
import type { Sent } from '../../api/sent.ts';

/** Whether there is a link, and since when; null when there is none. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar-link'],
  queryFn: async ({ signal }): Promise<Sent<CalendarLink> | null> => {
    try {
      return await api<Sent<CalendarLink>>('GET', '/api/calendar', { signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
});

/**
 * Makes a link; an older one leads nowhere from then on.
 * @param idempotencyKey one for each link that is wanted.
 */
export function createCalendarLink(idempotencyKey: string): Promise<Sent<NewCalendarLink>> {
  return api('POST', '/api/calendar', { idempotencyKey });
}

/** Makes the link lead nowhere. */
export function removeCalendarLink(): Promise<void> {
  return api('DELETE', '/api/calendar');
}
