import exec from 'k6/execution';
import http from 'k6/http';
import type { Options, Scenario } from 'k6/options';
import { sizes } from '../../sizes.ts';
import { send, useToken } from '../api.ts';
import { crowd } from '../crowd.ts';
import { newToken } from '../flows/session.ts';
import { usual } from '../options.ts';
import { doNext, pause } from '../person.ts';
import { answersInTime, nothingFails } from '../thresholds.ts';

export { handleSummary } from '../options.ts';

/** Of all accounts the last. */
const abuser = sizes.storm.accounts;
/** When the first storm begins, seconds; until then people have come. */
const first = 35;
/** How long each storm and each calm lasts, seconds. */
const length = 15;
const storms = [0, 1, 2, 3];
/** Of the abuser in a second: a user may send 300 in a quarter of an hour. */
const rate = 200;
/** People are so many times as fast as usual, so that there is much to compare. */
const haste = 10;

/** One account sends far too much, in several storms with calms between, while others use the app. */
export const options: Options = {
  ...usual,
  scenarios: {
    people: {
      ...crowd({ users: sizes.storm.users, comeWithin: 15, minutes: 2 }),
      exec: 'person',
    },
    ...Object.fromEntries(storms.map((at) => [`storm-${at + 1}`, storm(at)])),
  },
  thresholds: {
    ...nothingFails,
    ...answersInTime('scenario:people'),
    // The abuser really sends what it is to send.
    dropped_iterations: ['count==0'],
  },
};

function storm(at: number): Scenario {
  return {
    executor: 'constant-arrival-rate',
    exec: 'abuse',
    startTime: `${first + at * 2 * length}s`,
    duration: `${length}s`,
    rate,
    preAllocatedVUs: 30,
    gracefulStop: '2s',
  };
}

/** @returns the abuser's token. */
export function setup(): string {
  exec.vu.metrics.tags['flow'] = 'abuse';
  return newToken(abuser);
}

export function person(): void {
  doNext();
  pause(haste);
}

const answers = http.expectedStatuses(200, 429);

export function abuse(token: string): void {
  useToken(token);
  exec.vu.metrics.tags['flow'] = 'abuse';
  http.setResponseCallback(answers);
  send('GET', '/api/recipes');
}
