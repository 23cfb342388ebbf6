import type { Options } from 'k6/options';
import { abuseEnd } from '../../abuse.ts';
import { sizes } from '../../sizes.ts';
import { crowd } from '../crowd.ts';
import { usual } from '../options.ts';
import { doNext, pause } from '../person.ts';
import { answersInTime, nothingFails } from '../thresholds.ts';

export { handleSummary } from '../options.ts';

/** How long people take to come, seconds. */
const comeWithin = 15;
/** They stay until the last storm is over, and a little longer: the abuser's k6 may start later. */
const minutes = (abuseEnd - comeWithin + 10) / 60;
/** People are so many times as fast as usual, so that there is much to compare. */
const haste = 10;

/** People use the app while one account sends far too much: see `abuser.ts`, which runs beside this. */
export const options: Options = {
  ...usual,
  scenarios: {
    people: crowd({ users: sizes.storm.users, comeWithin, minutes }),
  },
  thresholds: { ...nothingFails, ...answersInTime() },
};

export default function person(): void {
  doNext();
  pause(haste);
}
