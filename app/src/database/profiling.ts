import type { mongo } from 'mongoose';
import type { Logger } from '../logging/logger.ts';

/** Profiles slow queries only. */
const slowOnly = 1;

/**
 * Has the database keep slow queries, with their plans, in its collection `system.profile`. Not
 * every server allows that, and the app does as well without.
 * @param threshold DB_SLOW_QUERY, milliseconds.
 */
export async function profileSlowQueries(
  database: mongo.Db,
  threshold: number,
  logger: Logger,
): Promise<void> {
  try {
    await database.command({ profile: slowOnly, slowms: threshold });
  } catch (error) {
    logger.warn({ error }, 'the database does not let the app profile slow queries');
  }
}
