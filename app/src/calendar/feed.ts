import { z } from 'zod';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { linkToken } from '../secret-link.ts';
import type { CalendarService } from './service.ts';

const type = 'text/calendar';

export function readFeed(calendars: CalendarService) {
  return endpoint(
    {
      method: 'get',
      path: '/api/calendar/:token.ics',
      operationId: 'readCalendarFeed',
      summary: 'Meal plans of the past year and later as iCalendar, for whoever has the link',
      tag: 'calendar',
      signedIn: false,
      params: z.object({ token: linkToken }),
      replies: { 200: { description: 'The calendar', type, schema: z.string() } },
    },
    async ({ params }) => {
      const data = await calendars.read(params.token);
      if (data === undefined) throw new HttpProblem(404, 'This calendar link leads nowhere.');
      return {
        status: 200,
        content: { type: `${type}; charset=utf-8`, data },
        headers: { 'X-Robots-Tag': 'noindex' },
      };
    },
  );
}
