import { sizes } from '../../sizes.ts';
import { crowdOptions } from '../crowd.ts';
import { environment } from '../environment.ts';
import { doNext, pause } from '../person.ts';

export { handleSummary } from '../options.ts';

/** A thousand people at once. */
export const options = crowdOptions({
  users: sizes.users.users,
  comeWithin: 90,
  minutes: environment.minutes,
});

export default function person(): void {
  doNext();
  pause();
}
