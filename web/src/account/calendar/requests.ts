import type { CalendarLink, NewCalendarLink } from '@recipe-book/app/schemas/calendar';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { Sent } from '../../api/sent.ts';

/** Whether there is a link, and since when. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar-link'],
  queryFn: ({ signal }) => api<Sent<CalendarLink>>('GET', '/api/calendar', { signal }),
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
