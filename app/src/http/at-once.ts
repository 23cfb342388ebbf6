import type { RequestHandler } from 'express';
import { Slots } from '../slots.ts';
import { currentRequest } from './context.ts';
import type { EndpointDescription } from './endpoint.ts';

/** How many of one user may wait for each one that is served. */
const waitingFactor = 32;
/** How long one may wait, milliseconds. Envoy's routes have room for it. */
const patience = 15_000;

/**
 * Serves only so many requests to an endpoint at once; the others wait, with large bodies unread. Users
 * take turns, and none has all the places.
 */
export function limitAtOnce({ atOnce }: EndpointDescription): RequestHandler[] {
  if (atOnce === undefined) return [];
  const slots = new Slots({
    atOnce: atOnce.all,
    atOnceEach: atOnce.each,
    waitingEach: atOnce.each * waitingFactor,
    patience,
  });
  return [
    (_request, response, next) => {
      // The client may have gone already.
      if (response.destroyed) return;
      const user = currentRequest()?.userId ?? '';
      const closed = new AbortController();
      const { promise: over, resolve } = Promise.withResolvers<void>();
      response.once('close', () => {
        closed.abort();
        resolve();
      });
      const serve = () => {
        next();
        return over;
      };
      slots.run(user, serve, closed.signal).catch((error: unknown) => {
        // Whoever has gone is not told.
        if (!closed.signal.aborted) next(error);
      });
    },
  ];
}
