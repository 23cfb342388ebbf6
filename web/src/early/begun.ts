import type { Renewed } from '../auth/renewal.ts';

/** What was asked for before the app was there: an answer of the API, which holds nothing when it could not be had. */
export interface Begun {
  renewal?: Promise<Renewed> | undefined;
  path?: string | undefined;
  answer?: Promise<Response | undefined> | undefined;
  /** What the answer said, once it has been read whole. */
  read?: unknown;
}

/** The longest wait for the first answer, and of it for the page that shows it, ms. */
export const longest = 20_000;

/** All here is in the early script, so what takes it stands elsewhere: `api/read-first-answer.ts`, `api/take-answer.ts`, `auth/take-renewal.ts`. */
export let begun: Begun = {};

/** Leaves it for the app to take. */
export function leave(what: Begun): void {
  begun = what;
}
