import type { EnvironmentText } from '@recipe-book/settings';

/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  /** How long instances are kept busy in each round, seconds. */
  readonly seconds: number;
}

/** Enough to keep two cores busy; more would only wait. */
export const concurrency = 16;

/**
 * Reads ROUNDS and SECONDS.
 * @throws Error that names the one that cannot be used, and says what can.
 */
export function readEffort({ ROUNDS = '3', SECONDS = '5' }: EnvironmentText): Effort {
  return {
    rounds: wholeNumber('ROUNDS', ROUNDS, 100),
    // A window of the limits has room for the requests that are to be refused meanwhile.
    seconds: wholeNumber('SECONDS', SECONDS, 300),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw new Error(`${name} is "${text}"; it must be a whole number from 1 to ${most}.`);
}
