import { api } from './api.ts';

/** The most that the API gives at once. */
const pageSize = 100;

/**
 * A whole list of the API, however many pages it has.
 * @param query what it is narrowed down to.
 */
export async function allItems<Item extends { id: string }>(
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Item[]> {
  // What is added meanwhile moves others on to the next page: they come twice.
  const found = new Map<string, Item>();
  for (let page = 1; ; page += 1) {
    const part = new URLSearchParams({ ...query, page: String(page), limit: String(pageSize) });
    const { items } = await api<{ items: Item[] }>('GET', `${path}?${part}`, { signal });
    for (const item of items) found.set(item.id, item);
    if (items.length < pageSize) return [...found.values()];
  }
}
