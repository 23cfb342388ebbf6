import { loadSettings } from '@recipe-book/settings';
import { Tokens } from '../../../app/src/auth/tokens.ts';
import { Background } from '../../../app/src/background.ts';
import { Database } from '../../../app/src/database/connection.ts';
import type { Endpoint } from '../../../app/src/http/endpoint.ts';
import { createLogger } from '../../../app/src/logging/logger.ts';
import { openMailer } from '../../../app/src/mail/open-mailer.ts';
import { allEndpoints, createServices, type Services } from '../../../app/src/services.ts';
import { makeKeyFile } from '../../../app/src/testing/key.ts';

/** The API without HTTP, on a database whose commands can be listened to. */
export interface Api {
  readonly services: Services;
  readonly database: Database;
  /** By method and path, such as `get /api/recipes`. */
  readonly endpoints: ReadonlyMap<string, Endpoint>;
}

export async function openApi(uri: string): Promise<Api> {
  const settings = loadSettings({
    LOG_LEVEL: 'warn',
    DB_CONNECTION_POOL_MIN: '4',
    // What is slow stands in the table.
    DB_SLOW_QUERY: '600000',
  });
  const logger = createLogger(settings, process.stderr);
  const monitored = new URL(uri);
  monitored.searchParams.set('monitorCommands', 'true');
  const database = new Database(monitored.href, settings, logger);
  const services = createServices(database, settings);
  const tokens = await Tokens.load(makeKeyFile(), settings);
  const background = new Background(logger);
  const mailer = openMailer(settings, logger);
  const surroundings = { settings, tokens, mailer, background, logger };
  const endpoints = new Map(
    allEndpoints(services, surroundings).map((one) => [`${one.method} ${one.path}`, one]),
  );
  await database.connect();
  return { services, database, endpoints };
}
