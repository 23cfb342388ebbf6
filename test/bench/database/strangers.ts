import type { SyntheticUser } from '../../../app/src/seed/synthetic/generate.ts';
import type { UserRecord } from '../../../app/src/users/model.ts';
import { EffortError } from '../effort.ts';
import type { Api } from './api.ts';

/**
 * Makes sure that a database is one to fill: with nobody in it, or with those alone that are made up for it.
 * @throws EffortError
 */
export async function refuseStrangers(
  { database }: Api,
  madeUp: readonly SyntheticUser[],
): Promise<void> {
  const known = new Set(madeUp.map(({ email }) => email));
  const there = await database.connection
    .model<UserRecord>('User')
    .find({})
    .select({ email: 1 })
    .lean();
  const strangers = there.filter(({ email }) => !known.has(email)).length;
  if (strangers === 0) return;
  throw new EffortError(
    `The database of BENCH_MONGODB_URI has ${strangers} users that are not made up for this benchmark: name an empty one, or one that was filled with the same USERS and SEED.`,
  );
}
