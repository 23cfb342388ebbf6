import exec from 'k6/execution';
import http from 'k6/http';
import type { Options, Scenario } from 'k6/options';
import { abuse } from '../../abuse.ts';
import { sizes } from '../../sizes.ts';
import { send, useToken } from '../api.ts';
import { newToken } from '../flows/session.ts';
import { usual } from '../options.ts';

export { handleSummary } from '../options.ts';

/** One account sends far too much, in several storms with calms between, over up to thirty connections. */
export const options: Options = {
  ...usual,
  scenarios: Object.fromEntries(
    Array.from({ length: abuse.storms }, (_, at) => [`storm-${at + 1}`, storm(at)]),
  ),
  thresholds: {
    'http_req_failed{flow:abuse}': ['rate==0'],
    // It really sends what it is to send.
    dropped_iterations: ['count==0'],
  },
};

function storm(at: number): Scenario {
  return {
    executor: 'constant-arrival-rate',
    startTime: `${abuse.first + at * 2 * abuse.length}s`,
    duration: `${abuse.length}s`,
    rate: abuse.rate,
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

export default function ask(token: string): void {
  useToken(token);
  exec.vu.metrics.tags['flow'] = 'abuse';
  http.setResponseCallback(answers);
  send('GET', '/api/recipes');
}
