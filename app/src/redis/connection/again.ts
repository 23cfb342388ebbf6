import { setTimeout as delay } from 'node:timers/promises';
import type { Observer } from './connection.ts';

/** Wait after an attempt that failed, milliseconds. */
const pause = 1000;

/** For clients that give up when nobody answers at first: tries until it works, or until it is closed. */
export async function untilConnected(
  connect: () => Promise<unknown>,
  observer: Observer,
  closed: AbortSignal,
): Promise<void> {
  while (!closed.aborted) {
    try {
      await connect();
      return;
    } catch (error) {
      if (closed.aborted) return;
      observer.failed(error);
      await delay(pause, undefined, { signal: closed }).catch(() => {});
    }
  }
}
