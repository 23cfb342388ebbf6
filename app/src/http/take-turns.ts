import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';

/**
 * Begins only so many requests in each turn of the event loop; more wait, in the order in which they came. Node takes
 * one new connection in a turn (libuv since 1.45), however many wait for it: where turns get long, requests on
 * connections that stand overtake them for many seconds.
 * @param most requests begun in a turn.
 */
export function takeTurns(most: number): RequestHandler {
  const waiting: (() => void)[] = [];
  let begun = 0;

  const begin = (go: () => void) => {
    if (begun === 0) setImmediate(nextTurn);
    begun += 1;
    go();
  };
  const nextTurn = () => {
    begun = 0;
    for (const go of waiting.splice(0, most)) begin(go);
  };

  return (_request, response, next) => {
    if (begun < most && waiting.length === 0) return begin(next);
    // In the trace of its own request, not in that of the one that ended the turn.
    const go = AsyncLocalStorage.bind(() => {
      // Nobody waits any more for one whose connection has gone.
      if (!response.destroyed) next();
    });
    waiting.push(go);
  };
}
