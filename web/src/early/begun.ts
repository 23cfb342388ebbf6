import type { Renewed } from '../auth/renewal.ts';

/** What was asked for before the app was there: an answer of the API, which holds nothing when it could not be had. */
interface Begun {
  renewal?: Promise<Renewed> | undefined;
  path?: string | undefined;
  answer?: Promise<Response | undefined> | undefined;
}

/** How long an answer may wait for the page that shows it, ms. */
const longest = 20_000;

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

/** Resolves when the first answer is there, or cannot be had. */
export async function firstAnswer(): Promise<void> {
  await begun.answer;
}

/** The answer to a GET, once. */
export function takeAnswer(path: string): Promise<Response | undefined> | undefined {
  if (path !== begun.path || performance.now() > longest) return undefined;
  const { answer } = begun;
  begun.answer = undefined;
  return answer;
}
