import type { Options } from 'k6/options';
import { sizes } from '../../sizes.ts';
import { crowd } from '../crowd.ts';
import { usual } from '../options.ts';
import { doNext, pause } from '../person.ts';
import { answersInTime, nothingFails } from '../thresholds.ts';

export { handleSummary } from '../options.ts';

/** People are so many times as fast as usual, so that there is much to compare. */
const haste = 10;

/** People use the app while one account sends far too much: see `abuser.ts`, which runs beside this. */
export const options: Options = {
  ...usual,
  scenarios: {
    people: crowd({ users: sizes.storm.users, comeWithin: 15, minutes: 2 }),
  },
  thresholds: { ...nothingFails, ...answersInTime() },
};

export default function person(): void {
  doNext();
  pause(haste);
}
