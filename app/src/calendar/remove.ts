import { endpoint } from '../http/endpoint.ts';
import { noCalendar, noCalendarReply, oneCalendar } from './one.ts';
import type { CalendarService } from './service.ts';

export function removeCalendar(calendars: CalendarService) {
  return endpoint(
    {
      ...oneCalendar,
      method: 'delete',
      operationId: 'removeCalendar',
      summary: 'Revoke the link to your meal plans',
      replies: { 204: { description: 'The link leads nowhere any more' }, ...noCalendarReply },
    },
    async ({ userId }) => {
      if (!(await calendars.revoke(userId))) throw noCalendar();
      return { status: 204 };
    },
  );
}
