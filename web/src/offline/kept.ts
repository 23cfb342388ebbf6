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
export function keepFor(userId: string): Promise<void> {
  return inTurn(async () => {
    // First whose it is: the service worker keeps nothing more of others from then on.
    const cache = await caches.open(ownerCache);
    await cache.put(ownerEntry, new Response(userId));
    const own = [ownerCache, ...cachesOf(userId)];
    await deleteCaches((name) => !own.includes(name));
  });
}

/** Whose things are kept: the person who signed in last, until they sign out. */
export async function keptOwner(): Promise<string | undefined> {
  const answer = await caches.match(ownerEntry, { cacheName: ownerCache });
  return answer?.text();
}

/** Forgets what was kept of this person, and keeps nothing more of them; whoever came after them is let be. */
export function forgetKept(userId: string): Promise<void> {
  return inTurn(async () => {
    if ((await keptOwner()) === userId) await caches.delete(ownerCache);
    await deleteCaches((name) => cachesOf(userId).includes(name));
  });
}

function cachesOf(userId: string): string[] {
  return [keptCache('data', userId), keptCache('pictures', userId)];
}

async function deleteCaches(wanted: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && wanted(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** One after the other, in all tabs. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  await (locks ? locks.request(`${prefix}owner`, work) : work());
}
