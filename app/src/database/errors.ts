import { Unavailable } from '../unavailable.ts';

/** Names of errors that the driver and mongoose throw when no server answers. */
const awayErrors = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'MongooseServerSelectionError',
  'PoolClearedOnNetworkError',
  'DatabaseAway',
]);

const maxTimeExpired = 50;
const duplicateKey = 11_000;

/** Thrown instead of waiting when there is no connection. */
export class DatabaseAway extends Unavailable {
  override readonly name = 'DatabaseAway';
  readonly code = 'database-away';
  readonly detail = 'The database does not answer; try again soon.';
}

/** True when the database did not answer, or not in time. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return awayErrors.has(error.name) || ('code' in error && error.code === maxTimeExpired);
}

/** True when a unique index refused the write. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === duplicateKey;
}
