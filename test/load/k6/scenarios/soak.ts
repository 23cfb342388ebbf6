import { sizes } from '../../sizes.ts';
import { crowdOptions } from '../crowd.ts';
import { environment } from '../environment.ts';
import { doNext, pause } from '../person.ts';

export { handleSummary } from '../options.ts';

/** Fewer people for as long as one likes: what leaks, fills up or runs out shows with time. */
export const options = crowdOptions({
  users: sizes.soak.users,
  comeWithin: 20,
  minutes: environment.minutes,
});

export default function person(): void {
  doNext();
  pause();
}
