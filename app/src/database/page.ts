import type { Page, PageQuery } from '../http/pagination.ts';

/** How one page of a list is read. */
interface PageReads<T> {
  /** The things from a place on, in their order. */
  find(skip: number, most: number): Promise<T[]>;
  /** How many there are in all. */
  count(): Promise<number>;
}

/**
 * One page of a list. Most lists have one page, which tells how many there are: they are counted only where there are
 * more, or the page lies behind the end.
 */
export async function readPage<T>(
  { page, limit }: PageQuery,
  { find, count }: PageReads<T>,
): Promise<Page<T>> {
  const skip = (page - 1) * limit;
  const found = await find(skip, limit + 1);
  const endsHere = found.length <= limit && (found.length > 0 || skip === 0);
  const total = endsHere ? skip + found.length : await count();
  return { items: found.slice(0, limit), page, limit, total };
}
