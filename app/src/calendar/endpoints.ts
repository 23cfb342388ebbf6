import type { Events } from '../events.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { createCalendar } from './create.ts';
import { readFeed } from './feed.ts';
import { readCalendar } from './read.ts';
import { removeCalendar } from './remove.ts';
import type { CalendarService } from './service.ts';

export function calendarEndpoints(calendars: CalendarService, events: Events): Endpoint[] {
  return [
    readCalendar(calendars),
    createCalendar(calendars, events),
    removeCalendar(calendars),
    readFeed(calendars),
  ];
}
