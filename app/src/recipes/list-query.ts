import { z } from 'zod';
import { pageQuery, wholeNumber } from '../http/pagination.ts';
import { maxMinutes } from './schemas.ts';

const text = (max: number) => z.string().max(max).trim().min(1).optional();

/** What the list of recipes may be asked for. */
export const listQuery = pageQuery.extend({
  q: text(100).meta({
    description: 'Words in the title or an ingredient; typing errors are forgiven',
  }),
  tag: text(50),
  cuisine: text(60),
  dishType: text(60),
  maxMinutes: wholeNumber(1, 2 * maxMinutes)
    .optional()
    .meta({ description: 'Preparing and cooking together; leaves out recipes that name no time' }),
  sort: z
    .enum(['newest', 'title', 'time', 'rating'])
    .optional()
    .meta({ description: 'Without it: by how well they fit `q`, or newest first' }),
});

export type ListQuery = z.output<typeof listQuery>;
