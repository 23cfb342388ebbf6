import { z } from 'zod';
import { linkToken } from '../secret-link.ts';

const since = z
  .date()
  .meta({ override: { type: 'string', format: 'date-time' }, description: 'When it was made' });

/** What its owner can see of the link later on: the link itself is not kept. */
export const calendarLink = z
  .object({
    createdAt: since.optional().meta({ description: 'When it was made; absent without a link' }),
  })
  .meta({ id: 'CalendarLink' });

/** A link that was just made; it is shown only now. */
export const newCalendarLink = z
  .object({
    token: linkToken,
    url: z.string().meta({ description: 'Where the calendar is, on this site' }),
    createdAt: since,
  })
  .meta({ id: 'NewCalendarLink' });

export type CalendarLink = z.output<typeof calendarLink>;
export type NewCalendarLink = z.output<typeof newCalendarLink>;
