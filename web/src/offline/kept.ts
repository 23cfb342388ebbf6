/** All caches of what people have seen begin like this. */
const prefix = 'kept-';
const ownerCache = `${prefix}owner`;
/** No such address is ever asked for: an entry's name must have the form of one. */
const ownerEntry = '/kept-owner';

/** What is kept of a person. */
export type KeptKind = 'data' | 'pictures';

/** Names the cache in which the service worker keeps things of one person. */
export function keptCache(kind: KeptKind, userId: string): string {
  return `${prefix}${kind}-${userId}`;
}

/** From now on what this person sees is kept; what was kept of others goes. */
export async function keepFor(userId: string): Promise<void> {
  const own = [ownerCache, keptCache('data', userId), keptCache('pictures', userId)];
  await deleteCaches((name) => !own.includes(name));
  const cache = await caches.open(ownerCache);
  await cache.put(ownerEntry, new Response(userId));
}

/** Whose things are kept: the person who signed in last, until they sign out. */
export async function keptOwner(): Promise<string | undefined> {
  const answer = await caches.match(ownerEntry, { cacheName: ownerCache });
  return answer?.text();
}

/** Forgets all that was kept of anybody. */
export async function forgetKept(): Promise<void> {
  // First whose it was: the service worker keeps nothing more from then on.
  await caches.delete(ownerCache);
  await deleteCaches(() => true);
}

async function deleteCaches(wanted: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && wanted(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}
