/** How many answers of a kind are kept. */
const mostEntries = 300;
/** How long, ms: a recipe book that nobody opened for two months has little to offer in a shop. */
const maxAge = 60 * 24 * 60 * 60 * 1000;

/** The answer, unless it is too old to be shown. */
export function withinAge(
  answer: Response | undefined,
  now: number = Date.now(),
): Response | undefined {
  const date = Date.parse(answer?.headers.get('date') ?? '');
  return now - date <= maxAge ? answer : undefined;
}

/** Deletes what was kept longest, while it is too old or there is too much. */
export async function boundedTo(
  cacheName: string,
  most: number = mostEntries,
  now: number = Date.now(),
): Promise<void> {
  const cache = await caches.open(cacheName);
  // In the order in which they were last kept (W3C, Service Workers: Batch Cache Operations).
  const keys = await cache.keys();
  for (const [at, key] of keys.entries()) {
    const tooMany = keys.length - at > most;
    if (!tooMany && withinAge(await cache.match(key), now)) return;
    await cache.delete(key);
  }
}
