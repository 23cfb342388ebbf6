import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '@recipe-book/settings';
import { type Connection, Mongoose } from 'mongoose';
import type { Logger } from '../logging/logger.ts';
import { DatabaseAway } from './errors.ts';

type DatabaseSettings = Pick<
  Settings,
  'APP_ENV' | 'DB_CONNECTION_POOL_MIN' | 'DB_CONNECTION_POOL_MAX' | 'DB_QUERY_TIMEOUT'
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

/** The database, connected or not. */
export class Database {
  readonly connection: Connection;
  readonly #uri: string;
  readonly #settings: DatabaseSettings;
  readonly #logger: Logger;
  readonly #closing = new AbortController();
  readonly #opened = Promise.withResolvers<void>();

  /** Makes no connection yet, so that models can be defined on it. */
  constructor(uri: string, settings: DatabaseSettings, logger: Logger) {
    const mongoose = new Mongoose();
    mongoose.set({
      maxTimeMS: settings.DB_QUERY_TIMEOUT,
      sanitizeFilter: true,
      strictQuery: 'throw',
      strict: 'throw',
      // Production makes indexes with a command of its own, not with every start of every pod.
      autoIndex: settings.APP_ENV !== 'production',
      autoCreate: false,
      // A request fails at once when there is no connection, instead of waiting in a queue.
      bufferCommands: false,
    });
    this.connection = mongoose.createConnection();
    this.#uri = uri;
    this.#settings = settings;
    this.#logger = logger;
  }

  /** Connects, however long the database takes to come up, and then sees to the indexes of all models. */
  async connect(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        await this.#open();
        this.#opened.resolve();
        return;
      } catch (error) {
        if (this.#closing.signal.aborted) return;
        this.#logger.warn({ error }, 'the database does not answer yet; trying again');
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

  /** Makes the indexes of all models that are not there yet. */
  async createIndexes(): Promise<void> {
    for (const model of Object.values(this.connection.models)) await model.createIndexes();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.connection.close();
  }

  async #open(): Promise<void> {
    const settings = this.#settings;
    await this.connection.openUri(this.#uri, {
      minPoolSize: settings.DB_CONNECTION_POOL_MIN,
      maxPoolSize: settings.DB_CONNECTION_POOL_MAX,
      serverSelectionTimeoutMS: settings.DB_QUERY_TIMEOUT,
      waitQueueTimeoutMS: settings.DB_QUERY_TIMEOUT,
      socketTimeoutMS: longestOperation(settings),
    });
    await Promise.all(Object.values(this.connection.models).map((model) => model.init()));
  }
}
