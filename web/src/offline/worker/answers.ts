import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { keptCache, keptOwner } from '../kept.ts';
import type { Message } from '../messages.ts';
import { boundedTo, withinAge } from './bounds.ts';
import { scope } from './scope.ts';
import { tokenSubject } from './token-subject.ts';

/**
 * After so long a person had rather see what was kept, seconds. A request without a token has waited for one already,
 * 5 s (auth/keep-session.ts).
 */
const patience = { withToken: 10, withoutToken: 5 };

/** What a worker is given of a request (workbox-core, RouteHandlerCallbackOptions). */
type Options = Parameters<NetworkFirst['handle']>[0] & { request: Request };

type Plugin = NonNullable<NonNullable<ConstructorParameters<typeof NetworkFirst>[0]>['plugins']>[0];

/** From the server; without an answer from what was kept of the same person. */
export async function answerData(options: Options): Promise<Response> {
  const owner = await keptOwner();
  if (owner === undefined || !mayBe(owner, options.request)) return fetch(options.request);
  const cacheName = keptCache('data', owner);
  const strategy = new NetworkFirst({
    cacheName,
    networkTimeoutSeconds: options.request.headers.has('authorization')
      ? patience.withToken
      : patience.withoutToken,
    matchOptions: { ignoreVary: true },
    plugins: [keptFor(owner), forgetWhatIsGone(cacheName), tellPage],
  });
  return strategy.handle(options);
}

/** From what was kept: a picture never changes under its address. */
export async function answerPicture(options: Options): Promise<Response> {
  const owner = await keptOwner();
  if (owner === undefined) return fetch(options.request);
  const strategy = new CacheFirst({
    cacheName: keptCache('pictures', owner),
    matchOptions: { ignoreVary: true },
    plugins: [keptFor(owner)],
  });
  return strategy.handle(options);
}

/**
 * Whether it is the owner who asks: a second tab may still be somebody else's. Without a connection
 * there is no token, and the owner sees their own.
 */
function mayBe(owner: string, request: Request): boolean {
  const authorization = request.headers.get('authorization');
  return authorization === null || tokenSubject(authorization) === owner;
}

/** Keeps whole answers only, for a person who has not signed out meanwhile, and never too many. */
function keptFor(owner: string): Plugin {
  const mayKeep = async () => (await keptOwner()) === owner;
  return {
    // The address alone: the request itself carries a token, which must not be stored.
    cacheKeyWillBeUsed: async ({ request }) => request.url,
    cacheWillUpdate: async ({ response }) =>
      response.status === 200 && (await mayKeep()) ? response : null,
    cacheDidUpdate: async ({ cacheName }) => {
      if (await mayKeep()) await boundedTo(cacheName);
      else await caches.delete(cacheName);
    },
    cachedResponseWillBeUsed: async ({ cachedResponse }) => withinAge(cachedResponse),
  };
}

/** What was deleted on another device is not shown here either. */
function forgetWhatIsGone(cacheName: string): Plugin {
  return {
    fetchDidSucceed: async ({ request, response }) => {
      if (response.status === 404) await (await caches.open(cacheName)).delete(request.url);
      return response;
    },
  };
}

const tellPage: Plugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, event }) => {
    if (cachedResponse && 'clientId' in event) {
      const page = await scope.clients.get(String(event.clientId));
      page?.postMessage({ type: 'answered-from-kept' } satisfies Message);
    }
    return cachedResponse;
  },
};
