import type { Connection } from 'mongoose';
import type { Logger } from '../logging/logger.ts';

/** An index that is there. */
interface LiveIndex {
  readonly collection: string;
  readonly name: string;
  /** As people speak of it: the collection, then the fields. */
  readonly index: string;
}

/** How the indexes of the database differ from those that the models ask for. */
interface IndexDifferences {
  /** Those that a model asks for and that are not there: the collection, then the fields. */
  readonly missing: readonly string[];
  /** Those that are there and that no model asks for, or not with these options. */
  readonly unknown: readonly LiveIndex[];
}

/** What may go: nothing, what another of the same fields replaces, or all that no model asks for. */
export type Dropping = 'nothing' | 'replaced' | 'unknown';

/** Thrown when an index cannot be made while another of the same fields is there. */
export class IndexInTheWay extends Error {
  override readonly name = 'IndexInTheWay';
}

/** Compares the indexes of all models with those of the database. */
export async function compareIndexes(connection: Connection): Promise<IndexDifferences> {
  const missing: string[] = [];
  const unknown: LiveIndex[] = [];
  for (const model of Object.values(connection.models)) {
    const collection = model.collection.name;
    const { toCreate, toDrop } = await model.diffIndexes();
    missing.push(...toCreate.map((keys) => named(collection, keys)));
    if (toDrop.length === 0) continue;
    for (const { name = '', key } of await model.listIndexes()) {
      if (toDrop.includes(name)) unknown.push({ collection, name, index: named(collection, key) });
    }
  }
  return { missing, unknown };
}

/**
 * Makes the indexes of all models that are not there yet, and says what it made and what it found
 * that no model asks for.
 * @throws IndexInTheWay when one would have to go first and may not.
 */
export async function updateIndexes(
  connection: Connection,
  logger: Logger,
  dropping: Dropping,
): Promise<void> {
  const { missing, unknown } = await compareIndexes(connection);
  const [replaced, useless] = parted(unknown, ({ index }) => missing.includes(index));
  if (dropping === 'nothing' && replaced.length > 0) {
    const names = replaced.map(({ index }) => index).join(', ');
    throw new IndexInTheWay(`There are other indexes of the same fields: ${names}.`);
  }
  // Only what is in the way goes first: queries shall have an index at all times.
  await drop(connection, logger, replaced);
  for (const model of Object.values(connection.models)) await model.createIndexes();
  for (const index of missing) logger.info({ index }, 'index made');
  if (dropping === 'unknown') await drop(connection, logger, useless);
  else
    for (const { index, name } of useless) logger.warn({ index, name }, 'no model has this index');
}

async function drop(
  connection: Connection,
  logger: Logger,
  indexes: readonly LiveIndex[],
): Promise<void> {
  for (const { collection, name, index } of indexes) {
    await connection.collection(collection).dropIndex(name);
    logger.info({ index, name }, 'index dropped');
  }
}

function named(collection: string, keys: object): string {
  return `${collection} ${JSON.stringify(keys)}`;
}

function parted<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
