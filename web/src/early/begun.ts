import type { Renewed } from '../auth/renewal.ts';

/** What was asked for before the app was there: an answer of the API, which holds nothing when it could not be had. */
interface Begun {
  renewal?: Promise<Renewed> | undefined;
  path?: string | undefined;
  answer?: Promise<Response | undefined> | undefined;
  /** What the answer said, once it has been read whole. */
  read?: unknown;
}

/** The longest wait for the first answer, and of it for the page that shows it, ms. */
export const longest = 20_000;

let begun: Begun = {};

/** Leaves it for the app to take. */
export function leave(what: Begun): void {
  begun = what;
}

/** The renewal of the session; once, so that the next one is a new request. */
export function takeRenewal(): Promise<Renewed> | undefined {
  const { renewal } = begun;
  begun.renewal = undefined;
  return renewal;
}

/** Resolves when the first answer has been read for {@link takeRead}, or cannot be had. */
export async function firstAnswer(): Promise<void> {
  const answer = await begun.answer;
  // The answer itself is left: to who asks for it, it says what is wrong.
  if (answer?.ok)
    begun.read = await answer
      .clone()
      .json()
      .catch(() => undefined);
}

/**
 * What the answer to a GET said, once, if it has been read already: so the first that React draws has it. Typed by the
 * caller after the API's contract.
 */
export function takeRead<T>(path: string): T | undefined {
  return begun.read && takeAnswer(path) ? (begun.read as T) : undefined;
}

/** The answer to a GET, once. */
export function takeAnswer(path: string): Promise<Response | undefined> | undefined {
  if (path !== begun.path || performance.now() > longest) return undefined;
  const { answer } = begun;
  begun.answer = undefined;
  return answer;
}
