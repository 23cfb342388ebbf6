import type { Types } from 'mongoose';
import { type StoredImage, shownImage } from '../images/stored-image.ts';

/** A projection of these fields. */
export function fieldsOf(names: readonly string[]): Record<string, 1> {
  return Object.fromEntries(names.filter((name) => name !== 'id').map((name) => [name, 1]));
}

/** A record as the API shows it. Those stored before there were versions have version 0. */
export function withId<
  T extends { _id: Types.ObjectId; version?: number; image?: StoredImage | undefined },
>(record: T) {
  const { _id, version = 0, image, ...fields } = record;
  return { id: String(_id), version, ...fields, ...(image && { image: shownImage(image) }) };
}
