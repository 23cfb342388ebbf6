import { setImmediate as turn } from 'node:timers/promises';

/**
 * To be called after what blocks this program, such as `make up`: it hears of SIGINT only when its event loop turns,
 * and the first turn may be half over.
 * @throws the reason of the signal when it is aborted.
 */
export async function throwIfStopped(signal?: AbortSignal): Promise<void> {
  await turn();
  await turn();
  signal?.throwIfAborted();
}
