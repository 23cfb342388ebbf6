import type { Page, PageQuery } from '../http/pagination.ts';

/** How one page of a list is read. */
interface PageReads<T> {
  /** The things from a place on, in their order. */
  find(skip: number, most: number): Promise<T[]>;
  /** How many there are in all. */
  count(): Promise<number>;
}

/**
 * One page of a list. Most lists are a page, which tells how many there are; so the first one counts only when it has read that
 * there are more. On a list of several pages it then takes both times, one after the other.
 */
export async function readPage<T>(
  { page, limit }: PageQuery,
  { find, count }: PageReads<T>,
): Promise<Page<T>> {
  const skip = (page - 1) * limit;
  if (skip > 0) {
    const [items, total] = await Promise.all([find(skip, limit), count()]);
    return { items, page, limit, total };
  }
  const found = await find(0, limit + 1);
  const total = found.length > limit ? await count() : found.length;
  return { items: found.slice(0, limit), page, limit, total };
}
