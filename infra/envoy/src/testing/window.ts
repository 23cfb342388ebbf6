import { setTimeout as wait } from 'node:timers/promises';

/** Waits for the next window of a limit when the present one has less than `roomSeconds` left. */
export async function untilWindowHasRoom(
  windowSeconds: number,
  roomSeconds: number,
): Promise<void> {
  const left = windowSeconds - ((Date.now() / 1000) % windowSeconds);
  if (left < roomSeconds) await wait(left * 1000 + 50);
}
