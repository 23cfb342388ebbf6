import { loadSettings } from '@recipe-book/settings';
import supertest from 'supertest';
import { z } from 'zod';
import { Tokens } from '../auth/tokens.ts';
import { Database } from '../database/connection.ts';
import { Health } from '../health/health.ts';
import { createApp } from '../http/app.ts';
import { createLogger } from '../logging/logger.ts';
import { allEndpoints, createServices, type Services } from '../services.ts';
import { startDatabase } from './database.ts';
import { makeKeyFile } from './key.ts';
import { collectLines, type LogLine } from './log-lines.ts';

/** Headers of a request from a signed-in user, as Envoy passes it on. */
export type SignedInHeaders = { 'x-jwt-payload': string };

/** The app within the test's process, on a real database. */
export interface TestApp {
  readonly request: ReturnType<typeof supertest>;
  readonly services: Services;
  readonly database: Database;
  readonly lines: LogLine[];
  /** Registers a user and signs in. */
  signUp(email: string): Promise<SignedInHeaders>;
  stop(): Promise<void>;
}

/** @param text settings that differ from the defaults. */
export async function startApp(text: Record<string, string> = {}): Promise<TestApp> {
  const settings = loadSettings({ LOG_LEVEL: 'debug', DB_CONNECTION_POOL_MIN: '0', ...text });
  const { lines, stream } = collectLines();
  const logger = createLogger(settings, stream);
  const stored = await startDatabase();
  const database = new Database(stored.uri, settings, logger);
  const tokens = await Tokens.load(makeKeyFile(), settings);
  const services = createServices(database);
  const health = new Health({
    database: () => database.ping(),
    redis: async () => {},
    timeout: settings.HEALTH_CHECK_TIMEOUT,
  });
  const app = createApp({
    logger,
    health,
    tokens,
    endpoints: allEndpoints(services, tokens, logger, settings),
    assertUsable: () => database.assertUsable(),
    maxBodySize: settings.MAX_BODY_SIZE,
    webRoot: settings.WEB_ROOT,
  });
  await database.connect();
  health.started();
  const request = supertest(app);
  return {
    request,
    services,
    database,
    lines,
    async signUp(email) {
      const { body } = await request
        .post('/api/auth/register')
        .send({ email, password: 'correct horse', name: 'Cook' })
        .expect(201);
      return asEnvoyPassesOn(z.object({ accessToken: z.string() }).parse(body).accessToken);
    },
    async stop() {
      await database.close();
      await stored.stop();
    },
  };
}

/** What Envoy makes of a valid bearer token: its payload, as it is. */
export function asEnvoyPassesOn(accessToken: string): SignedInHeaders {
  return { 'x-jwt-payload': accessToken.split('.')[1] ?? '' };
}
