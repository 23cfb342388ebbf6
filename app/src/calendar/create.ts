import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { oneCalendar } from './one.ts';
import { newCalendarLink } from './schemas.ts';
import type { CalendarService } from './service.ts';

export function createCalendar(calendars: CalendarService, events: Events) {
  return endpoint(
    {
      ...oneCalendar,
      method: 'post',
      operationId: 'createCalendar',
      summary: 'Make a link to your meal plans for calendar programs; an older one stops working',
      replies: { 201: { description: 'The link; it is shown only now', schema: newCalendarLink } },
    },
    async ({ userId }) => {
      const made = await calendars.renew(userId);
      events.record('calendar.created', { userId });
      return { status: 201, body: made, headers: { Location: oneCalendar.path } };
    },
  );
}
