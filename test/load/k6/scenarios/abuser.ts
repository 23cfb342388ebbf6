import exec from 'k6/execution';
import http from 'k6/http';
import type { Options, Scenario } from 'k6/options';
import { sizes } from '../../sizes.ts';
import { send, useToken } from '../api.ts';
import { newToken } from '../flows/session.ts';
import { usual } from '../options.ts';

export { handleSummary } from '../options.ts';

/** When the first storm begins, seconds; until then people have come. */
const first = 35;
/** How long each storm and each calm lasts, seconds. */
const length = 15;
const storms = [0, 1, 2, 3];
/** Requests a second: a user may send 300 in a quarter of an hour. */
const rate = 200;

/** One account sends far too much, in several storms with calms between, over up to thirty connections. */
export const options: Options = {
  ...usual,
  scenarios: Object.fromEntries(storms.map((at) => [`storm-${at + 1}`, storm(at)])),
  thresholds: {
    'http_req_failed{flow:abuse}': ['rate==0'],
    // It really sends what it is to send.
    dropped_iterations: ['count==0'],
  },
};

function storm(at: number): Scenario {
  return {
    executor: 'constant-arrival-rate',
    startTime: `${first + at * 2 * length}s`,
    duration: `${length}s`,
    rate,
    preAllocatedVUs: 30,
    gracefulStop: '2s',
  };
}

/** @returns the token of the last account, which nobody else has. */
export function setup(): string {
  exec.vu.metrics.tags['flow'] = 'abuse';
  return newToken(sizes.storm.accounts);
}

const answers = http.expectedStatuses(200, 429);

export default function abuse(token: string): void {
  useToken(token);
  exec.vu.metrics.tags['flow'] = 'abuse';
  http.setResponseCallback(answers);
  send('GET', '/api/recipes');
}
