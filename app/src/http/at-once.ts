import type { RequestHandler } from 'express';
import { Slots } from '../slots.ts';
import type { EndpointDescription } from './endpoint.ts';
import { HttpProblem } from './problem.ts';

/** How many may wait for each one that is served. */
const waitingFactor = 16;
/** Seconds that a client should wait before it tries again when too many wait already. */
const retryAfterSeconds = 5;

/**
 * Serves only so many requests to an endpoint at once; the others wait with their bodies unread, so
 * that large ones do not fill the memory.
 */
export function limitAtOnce({ atOnce }: EndpointDescription): RequestHandler[] {
  if (atOnce === undefined) return [];
  const slots = new Slots(atOnce);
  return [
    (_request, response, next) => {
      if (slots.waiting >= atOnce * waitingFactor) throw tooBusy();
      void slots.run(async () => {
        // The client may have gone while it waited.
        if (response.destroyed) return;
        const closed = new Promise<void>((resolve) => response.once('close', () => resolve()));
        next();
        await closed;
      });
    },
  ];
}

function tooBusy(): HttpProblem {
  return new HttpProblem(503, 'Too many such requests wait already; try again soon.', {
    code: 'busy',
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}
