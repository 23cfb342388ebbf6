import { type Connection, Types } from 'mongoose';

/**
 * Makes the stamp of a user older, if there is one. For the stamp this is the same as if time had
 * passed, and no test has to wait.
 * @param collection of the stamps, such as `recipestamps`.
 */
export async function ageStamp(
  connection: Connection,
  collection: string,
  owner: string,
  milliseconds: number,
): Promise<void> {
  const stamps = connection.collection(collection);
  const _id = new Types.ObjectId(owner);
  const stamp = await stamps.findOne({ _id });
  if (!stamp) return;
  const changedAt = new Date(Number(stamp['changedAt']) - milliseconds);
  await stamps.updateOne({ _id }, { $set: { changedAt } });
}
