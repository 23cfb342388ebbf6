import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again until there is an answer.
 * @param what shown when it does not come in time, as in "within 30 s: the trace is whole".
 */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}.`);
    await wait(100);
  }
}

/** Waits for the next window of a limit when the present one has less than `roomSeconds` left. */
export async function untilWindowHasRoom(
  windowSeconds: number,
  roomSeconds: number,
): Promise<void> {
  const left = windowSeconds - ((Date.now() / 1000) % windowSeconds);
  if (left < roomSeconds) await wait(left * 1000 + 50);
}
