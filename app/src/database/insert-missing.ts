import { type Model, mongo } from 'mongoose';
import { isDuplicate } from './errors.ts';

/**
 * Stores records as they are, with the ids and dates that they have. Those whose id is taken are left
 * out: somebody else has stored them a moment ago.
 * @returns how many were stored.
 */
export async function insertMissing<T>(
  model: Model<T>,
  records: readonly object[],
): Promise<number> {
  if (records.length === 0) return 0;
  const options = { timestamps: false, ordered: false, throwOnValidationError: true } as const;
  try {
    await model.insertMany([...records], options);
    return records.length;
  } catch (error) {
    if (!isOnlyDuplicates(error)) throw error;
    return error.insertedCount;
  }
}

/** The error as a whole tells but the first thing that went wrong. */
function isOnlyDuplicates(error: unknown): error is mongo.MongoBulkWriteError {
  if (!(error instanceof mongo.MongoBulkWriteError) || !isDuplicate(error)) return false;
  return [error.writeErrors].flat().every(({ code }) => code === error.code);
}
