import type { Options, Scenario } from 'k6/options';
import { usual } from './options.ts';
import { answersInTime, nothingFails } from './thresholds.ts';

/** How people come and how long they stay. */
interface Coming {
  readonly users: number;
  /** How long it takes until all are there, seconds: signing in is dear. */
  readonly comeWithin: number;
  /** How long all are there, minutes. */
  readonly minutes: number;
}

/** Options of a scenario in which people come one after the other, and then all use the app at once. */
export function crowdOptions(coming: Coming): Options {
  return {
    ...usual,
    scenarios: { people: crowd(coming) },
    thresholds: { ...nothingFails, ...answersInTime() },
  };
}

export function crowd({ users, comeWithin, minutes }: Coming): Scenario {
  return {
    executor: 'ramping-vus',
    stages: [
      { target: users, duration: `${comeWithin}s` },
      { target: users, duration: `${Math.round(minutes * 60)}s` },
    ],
    // As long as the longest pause of a user: what was begun is ended.
    gracefulStop: '35s',
  };
}
