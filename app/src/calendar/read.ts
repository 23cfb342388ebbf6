import { endpoint } from '../http/endpoint.ts';
import { noCalendar, noCalendarReply, oneCalendar } from './one.ts';
import { calendarLink } from './schemas.ts';
import type { CalendarService } from './service.ts';

export function readCalendar(calendars: CalendarService) {
  return endpoint(
    {
      ...oneCalendar,
      method: 'get',
      operationId: 'readCalendar',
      summary: 'Whether there is a link to your meal plans',
      replies: { 200: { description: 'There is one', schema: calendarLink }, ...noCalendarReply },
    },
    async ({ userId }) => {
      const found = await calendars.find(userId);
      if (!found) throw noCalendar();
      return { status: 200, body: found };
    },
  );
}
