import { z } from 'zod';

/** A whole number in a query, within bounds. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta({ override: { type: 'integer', minimum: min, maximum: max } });
}

function numberOr(standard: number, max: number) {
  return wholeNumber(1, max)
    .default(standard)
    .meta({ override: { type: 'integer', minimum: 1, maximum: max, default: standard } });
}

/** Query of every list: `?page=1&limit=20`. */
export const pageQuery = z.strictObject({
  page: numberOr(1, 1_000_000),
  limit: numberOr(20, 100),
});

export type PageQuery = z.output<typeof pageQuery>;

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly limit: number;
  /** Of the whole list. */
  readonly total: number;
}

/** Body of every list. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), page: z.int(), limit: z.int(), total: z.int() });
}
