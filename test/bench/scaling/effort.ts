import { type Environment, numberOf } from '../effort.ts';

/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  /** How long instances are kept busy in each round, seconds. */
  readonly seconds: number;
}

/** Enough to keep two cores busy; more would only wait. */
export const concurrency = 16;

/** Reads ROUNDS and SECONDS. @throws EffortError */
export function readEffort(env: Environment): Effort {
  return {
    rounds: numberOf('ROUNDS', { standard: 3, least: 1, most: 100 }, env),
    // A window of the limits has room for the requests that are to be refused meanwhile.
    seconds: numberOf('SECONDS', { standard: 5, least: 1, most: 300 }, env),
  };
}
