import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { flows } from '../flows/index.ts';
import { comeBack, signIn } from '../flows/session.ts';
import { usual } from '../options.ts';
import { perform } from '../person.ts';
import { nothingFails } from '../thresholds.ts';

export { handleSummary } from '../options.ts';

/** Each flow once, one after the other. */
export const options: Options = {
  ...usual,
  scenarios: {
    smoke: { executor: 'shared-iterations', vus: 1, iterations: 1, maxDuration: '1m' },
  },
  thresholds: nothingFails,
};

export default function everything(): void {
  for (const flow of [signIn(exec.vu.idInTest), comeBack, ...flows]) perform(flow);
}
