import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { oneCalendar } from './one.ts';
import type { CalendarService } from './service.ts';

export function removeCalendar(calendars: CalendarService) {
  return endpoint(
    {
      ...oneCalendar,
      method: 'delete',
      operationId: 'removeCalendar',
      summary: 'Revoke the link to your meal plans',
      replies: {
        204: { description: 'The link leads nowhere any more' },
        404: { description: 'There is no link' },
      },
    },
    async ({ userId }) => {
      if (!(await calendars.revoke(userId))) {
        throw new HttpProblem(404, 'You have no calendar link; make one by POST.');
      }
      return { status: 204 };
    },
  );
}
