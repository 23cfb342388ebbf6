import { endpoint } from '../http/endpoint.ts';
import { oneCalendar } from './one.ts';
import { calendarLink } from './schemas.ts';
import type { CalendarService } from './service.ts';

export function readCalendar(calendars: CalendarService) {
  return endpoint(
    {
      ...oneCalendar,
      method: 'get',
      operationId: 'readCalendar',
      summary: 'Whether there is a link to your meal plans',
      replies: { 200: { description: 'Since when there is one, if at all', schema: calendarLink } },
    },
    async ({ userId }) => ({ status: 200, body: await calendars.find(userId) }),
  );
}
