import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '@recipe-book/settings';
import { type Connection, Mongoose, type mongo } from 'mongoose';
import type { Logger } from '../logging/logger.ts';
import { type FinishedCommand, watchCommands } from './commands.ts';
import { DatabaseAway } from './errors.ts';
import { compareIndexes, type Dropping, updateIndexes } from './indexes.ts';
import { measurePool } from './pool-metrics.ts';
import { profileSlowQueries } from './profiling.ts';
import { measureQueries } from './query-duration.ts';
import { logSlowQueries } from './slow-queries.ts';
import { limitTime } from './time-limit.ts';
import { traceQueries } from './trace-queries.ts';

type DatabaseSettings = Pick<
  Settings,
  | 'APP_ENV'
  | 'DB_CONNECTION_POOL_MIN'
  | 'DB_CONNECTION_POOL_MAX'
  | 'DB_QUERY_TIMEOUT'
  | 'DB_SLOW_QUERY'
>;

/** `readyState` of a connection that can be used; mongoose has the name for it only among its types. */
const connected = 1;
/** Between two attempts to connect for the first time, milliseconds. */
const retryDelay = 1000;
/** What the network may add to a query before its connection is given up, milliseconds. */
const networkAllowance = 5000;

/** Longest time after which an operation is over or its connection is given up, milliseconds. */
export function longestOperation({
  DB_QUERY_TIMEOUT,
}: Pick<DatabaseSettings, 'DB_QUERY_TIMEOUT'>): number {
  return DB_QUERY_TIMEOUT + networkAllowance;
}

/** How a program uses the database, where that is not what the app does. */
interface DatabaseUse {
  /** True for work that takes as long as it takes, such as making indexes of much data. */
  readonly isPatient?: boolean;
}

/** The database, connected or not. */
export class Database {
  readonly connection: Connection;
  readonly logger: Logger;
  readonly #uri: string;
  readonly #settings: DatabaseSettings;
  readonly #isPatient: boolean;
  readonly #closing = new AbortController();
  readonly #opened = Promise.withResolvers<void>();
  readonly #watchers: ((finished: FinishedCommand) => void)[];

  /** Makes no connection yet, so that models can be defined on it. */
  constructor(
    uri: string,
    settings: DatabaseSettings,
    logger: Logger,
    { isPatient = false }: DatabaseUse = {},
  ) {
    const mongoose = new Mongoose();
    limitTime(mongoose, settings.DB_QUERY_TIMEOUT);
    mongoose.set({
      sanitizeFilter: true,
      strictQuery: 'throw',
      strict: 'throw',
      // connect() says when indexes are made.
      autoIndex: false,
      autoCreate: false,
      // A request fails at once when there is no connection, instead of waiting in a queue.
      bufferCommands: false,
    });
    this.connection = mongoose.createConnection();
    this.#uri = uri;
    this.#settings = settings;
    this.#isPatient = isPatient;
    this.logger = logger;
    this.#watchers = [
      measureQueries(),
      traceQueries(),
      logSlowQueries(logger, settings.DB_SLOW_QUERY),
    ];
  }

  /**
   * Connects, however long the database takes to come up, and then sees to the indexes of all models.
   * Production makes them with a command of its own, not with every start of every pod.
   */
  async connect(): Promise<void> {
    await this.open();
    if (this.#closing.signal.aborted) return;
    if (this.#settings.APP_ENV !== 'production') await this.#makeIndexes();
    this.#opened.resolve();
    if (this.#settings.APP_ENV === 'production') await this.#warnOfMissingIndexes();
    else if (this.#settings.APP_ENV === 'development') await this.#profile();
  }

  /** Connects, and does no more. */
  async open(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        await this.#open();
        return;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        this.logger.warn({ error }, 'the database does not answer yet; trying again');
        await delay(retryDelay, undefined, { signal: this.#closing.signal }).catch(() => {});
      }
    }
  }

  /** Asks the database for a sign of life. @throws when it gives none. */
  async ping(): Promise<void> {
    this.assertConnected();
    await this.connection.db?.command({ ping: 1 });
  }

  /** Fails at once when there is no connection, where a query would wait for one. @throws DatabaseAway */
  assertConnected(): void {
    if (this.connection.readyState !== connected) {
      throw new DatabaseAway('There is no connection to the database.');
    }
  }

  /**
   * Waits for the first connection, which a request may overtake when the app has just started, but
   * not for a lost one: that may stay away. @throws DatabaseAway
   */
  async assertUsable(): Promise<void> {
    const patience = delay(this.#settings.DB_QUERY_TIMEOUT, undefined, { ref: false });
    await Promise.race([this.#opened.promise, patience]);
    this.assertConnected();
  }

  /** Makes the indexes of all models that are not there yet. @throws IndexInTheWay */
  updateIndexes(dropping: Dropping): Promise<void> {
    return updateIndexes(this.connection, this.logger, dropping);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.connection.close();
  }

  async #open(): Promise<void> {
    const settings = this.#settings;
    const opening = this.connection.openUri(this.#uri, {
      minPoolSize: settings.DB_CONNECTION_POOL_MIN,
      maxPoolSize: settings.DB_CONNECTION_POOL_MAX,
      serverSelectionTimeoutMS: settings.DB_QUERY_TIMEOUT,
      waitQueueTimeoutMS: settings.DB_QUERY_TIMEOUT,
      // Without it the driver still gives up the connections of a server that shows no sign of life.
      socketTimeoutMS: this.#isPatient ? 0 : longestOperation(settings),
      // What was answered is on the disk, also when the database dies the moment after.
      writeConcern: { w: 'majority', journal: true },
      monitorCommands: true,
    });
    // The client is there at once, and its pool is not: what the pool tells first is heard too.
    // Of an address that makes no sense there is no client.
    const client: mongo.MongoClient | undefined = this.connection.getClient();
    if (client) this.#watch(client);
    await opening;
  }

  #watch(client: mongo.MongoClient): void {
    measurePool(client);
    watchCommands(client, (finished) => {
      for (const watch of this.#watchers) watch(finished);
    });
  }

  async #makeIndexes(): Promise<void> {
    try {
      await this.updateIndexes('replaced');
    } catch (error) {
      this.logger.warn({ error }, 'not all indexes could be made; queries may be slow');
    }
  }

  async #profile(): Promise<void> {
    const { db } = this.connection;
    if (db) await profileSlowQueries(db, this.#settings.DB_SLOW_QUERY, this.logger);
  }

  async #warnOfMissingIndexes(): Promise<void> {
    try {
      const { missing } = await compareIndexes(this.connection);
      if (missing.length === 0) return;
      this.logger.warn(
        { indexes: missing, command: 'node app/src/migrate.ts' },
        'indexes are missing, so queries will be slow; run the command that makes them',
      );
    } catch (error) {
      this.logger.warn({ error }, 'the indexes could not be compared with those of the models');
    }
  }
}
