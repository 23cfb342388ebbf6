import { z } from 'zod';

const dayLength = 86_400_000;

/** A day without a time, in no time zone: `2026-03-14`. */
export const day = z.iso
  .date({ error: 'must be a day such as 2026-03-14', abort: true })
  .meta({ override: { type: 'string', format: 'date' }, example: '2026-03-14' });

/** How many days there are from one to another, both counted. Below one when the last is before the first. */
export function daysFrom(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / dayLength) + 1;
}

/** The day that is some days before or after a moment, in UTC. */
export function dayAt(moment: number, offsetDays: number): string {
  return new Date(moment + offsetDays * dayLength).toISOString().slice(0, 10);
}
