import type { SlotLimits } from '../slots.ts';

/** Versions that a change is meant for; `undefined` for any. */
export type Expected = readonly number[] | undefined;

/**
 * For `Slots` by owner and id of what is changed: all at once, each change would be made anew after every other one. What other
 * instances change meanwhile is told by versions.
 */
export const oneAtATime: SlotLimits = {
  atOnce: Number.POSITIVE_INFINITY,
  atOnceEach: 1,
  waitingEach: 100,
  patience: 10_000,
};

/** How often a change is made again when others change the same thing at the same moment. */
const maxAttempts = 20;

/** Thrown when a thing is no longer in the version that a change was meant for. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
}

/** Thrown when others change the same thing all the time. */
export class ChangedAllTheTime extends Error {
  override readonly name = 'ChangedAllTheTime';
}

/** How a thing with a version is changed. */
interface Steps<C, T> {
  /** The thing as it is; `undefined` when there is none. Very old records have no version. */
  read(): Promise<C | undefined>;
  /** Changes what was read, if it still has that version; else gives `undefined`. */
  write(current: C): Promise<T | undefined>;
}

/**
 * Changes a thing without losing what others did meanwhile: the change is then made anew, on top.
 * @returns `undefined` when there is no such thing.
 * @throws ChangedMeanwhile when it is in none of the versions expected. @throws ChangedAllTheTime
 */
export async function changeInTurn<C extends { readonly version?: number | null }, T>(
  expected: Expected,
  { read, write }: Steps<C, T>,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const current = await read();
    if (!current) return undefined;
    if (expected && !expected.includes(current.version ?? 0)) throw new ChangedMeanwhile();
    const done = await write(current);
    if (done !== undefined) return done;
  }
  throw new ChangedAllTheTime();
}
