import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again until it is so.
 * @param what shown when it is not so within `seconds`.
 * @param ask an error counts as no.
 */
export async function soon(what: string, ask: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = performance.now() + seconds * 1000;
  let last: unknown;
  while (performance.now() < end) {
    const answer = await ask().catch((error: unknown) => {
      last = error;
      return false;
    });
    if (answer) return;
    await wait(20);
  }
  throw new Error(`Not within ${seconds} s: ${what}.`, { cause: last });
}
