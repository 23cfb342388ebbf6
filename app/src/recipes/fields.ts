import type { Types } from 'mongoose';

/** A projection of these fields. */
export function fieldsOf(names: readonly string[]): Record<string, 1> {
  return Object.fromEntries(names.filter((name) => name !== 'id').map((name) => [name, 1]));
}

/** A record as the API shows it. Those stored before there were versions have version 0. */
export function withId<T extends { _id: Types.ObjectId; version?: number }>(record: T) {
  const { _id, version = 0, ...fields } = record;
  return { id: String(_id), version, ...fields };
}
