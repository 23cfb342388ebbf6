import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { sizes } from '../../sizes.ts';
import { crowd } from '../crowd.ts';
import { usual } from '../options.ts';
import { doNext, pauseWhileHasteChanges } from '../person.ts';
import { answersInTime, nothingFails } from '../thresholds.ts';

export { handleSummary } from '../options.ts';

/** Ends of the phases, seconds since the beginning. */
const ends = { before: 75, spike: 105, recovery: 115 } as const;
/** People are so many times as fast as usual. */
const haste = 10;

/** People are there, and all are in a hurry for half a minute. Answers may then be slow, but none may fail. */
export const options: Options = {
  ...usual,
  scenarios: { people: crowd({ users: sizes.spike.users, comeWithin: 40, minutes: 2 }) },
  thresholds: {
    ...nothingFails,
    ...answersInTime('phase:before'),
    ...answersInTime('phase:after'),
  },
};

export default function person(): void {
  exec.vu.metrics.tags['phase'] = phase();
  doNext();
  // Who thinks when the spike begins is to hurry from then on, and not a pause later.
  pauseWhileHasteChanges(() => (phase() === 'spike' ? haste : 1));
}

function phase(): string {
  const seconds = (Date.now() - exec.scenario.startTime) / 1000;
  return Object.entries(ends).find(([, end]) => seconds < end)?.[0] ?? 'after';
}
