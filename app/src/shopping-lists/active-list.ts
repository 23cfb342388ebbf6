import { trusted } from 'mongoose';
import type { OwnedModel } from '../planning/owned-store.ts';

/**
 * Sees to it that at most one list of a user is active. Each who makes a list active writes that
 * first and settles then. Whoever settles last sees all that were made active, and leaves the
 * latest; so one is left however the writes of several fall together. No transaction is needed,
 * which a database without replicas would not have.
 */
export async function settleActive(model: OwnedModel, owner: string): Promise<readonly string[]> {
  const active = await model.find({ owner, isActive: true }).select('activatedAt').lean();
  const [latest, ...others] = active
    .map(({ _id, activatedAt }) => ({ id: String(_id), at: Number(activatedAt ?? 0) }))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  if (!latest || others.length === 0) return [];
  const ids = others.map(({ id }) => id);
  await model.updateMany(
    // One that was made active again meanwhile stays.
    {
      _id: trusted({ $in: ids }),
      owner,
      isActive: true,
      activatedAt: trusted({ $lte: latest.at }),
    },
    { $set: { isActive: false }, $unset: { activatedAt: 1 }, $inc: { version: 1 } },
  );
  return ids;
}
