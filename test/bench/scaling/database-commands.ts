import { loadSettings } from '@recipe-book/settings';
import { z } from 'zod';
import { Database } from '../../../app/src/database/connection.ts';
import { createLogger } from '../../../app/src/logging/logger.ts';

const status = z.object({ opcounters: z.record(z.string(), z.number()) });

/** Counts what a database carries out, over a connection that stays open. */
export class DatabaseCommands {
  readonly #database: Database;

  constructor(uri: string) {
    const settings = loadSettings({
      LOG_LEVEL: 'warn',
      DB_CONNECTION_POOL_MIN: '1',
      DB_CONNECTION_POOL_MAX: '1',
    });
    this.#database = new Database(uri, settings, createLogger(settings, process.stderr));
  }

  open(): Promise<void> {
    return this.#database.open();
  }

  /** Commands since the database started (`opcounters` of `serverStatus`); asking is one itself. */
  async soFar(): Promise<number> {
    const db = this.#database.connection.getClient().db();
    const { opcounters } = status.parse(await db.command({ serverStatus: 1 }));
    return Object.values(opcounters).reduce((sum, calls) => sum + calls, 0);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
