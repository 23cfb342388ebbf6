import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import supertest from 'supertest';
import { z } from 'zod';
import { Tokens } from '../auth/tokens.ts';
import { Background } from '../background.ts';
import { Database } from '../database/connection.ts';
import { Health } from '../health/health.ts';
import { createApp } from '../http/app.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { createLogger } from '../logging/logger.ts';
import { openMailer } from '../mail/open-mailer.ts';
import { openApiDocument } from '../openapi/document.ts';
import { Redis } from '../redis/redis.ts';
import { allEndpoints, createServices, type Services } from '../services.ts';
import { eventually } from './app-process.ts';
import { Contract } from './contract.ts';
import { startDatabase, type TestDatabase } from './database.ts';
import { makeKeyFile } from './key.ts';
import { collectLines, type LogLine } from './log-lines.ts';

/** Headers of a request from a signed-in user, as Envoy passes it on. */
export type SignedInHeaders = { 'x-jwt-payload': string };

/** The app within the test's process, on a real database. */
export interface TestApp {
  readonly request: ReturnType<typeof supertest>;
  readonly endpoints: readonly Endpoint[];
  readonly services: Services;
  readonly database: Database;
  readonly lines: LogLine[];
  /** Where mails are, unless settings send them elsewhere. */
  readonly outbox: string;
  /** Resolves when all work that went on after an answer is done. */
  settled(): Promise<void>;
  /** Registers a user and signs in. */
  signUp(email: string): Promise<SignedInHeaders>;
  /** Ends it. @throws when an answer was not as the OpenAPI document says. */
  stop(): Promise<void>;
}

/**
 * @param text settings that differ from the defaults. With MONGODB_URI it works on that database, and
 * only with REDIS_URL does it use Redis.
 */
export async function startApp(text: Record<string, string> = {}): Promise<TestApp> {
  const outbox = await mkdtemp(join(tmpdir(), 'recipe-book-outbox-'));
  const settings = loadSettings({
    LOG_LEVEL: 'debug',
    DB_CONNECTION_POOL_MIN: '0',
    // A machine that is busy must not make other log lines.
    DB_SLOW_QUERY: '600000',
    MAIL_OUTBOX: outbox,
    ...text,
  });
  const { lines, stream } = collectLines();
  const logger = createLogger(settings, stream);
  const stored = await databaseFor(text['MONGODB_URI']);
  const database = new Database(stored.uri, settings, logger);
  const tokens = await Tokens.load(makeKeyFile(), settings);
  const redis = text['REDIS_URL'] === undefined ? undefined : new Redis(settings, logger);
  const services = createServices(database, settings, {
    ...(redis && { store: redis.store('cache') }),
  });
  const background = new Background(logger);
  const mailer = openMailer(settings, logger);
  const health = new Health({
    database: () => database.ping(),
    redis: async () => redis?.ping(),
    timeout: settings.HEALTH_CHECK_TIMEOUT,
  });
  const endpoints = allEndpoints(services, { settings, tokens, mailer, background, logger });
  const contract = new Contract(openApiDocument(endpoints));
  const app = createApp({
    logger,
    health,
    tokens,
    endpoints,
    assertUsable: () => database.assertUsable(),
    recipePages: services,
    settings,
  });
  await database.connect();
  if (redis) await connected(redis);
  health.started();
  const request = supertest((incoming: IncomingMessage, outgoing: ServerResponse) => {
    contract.watch(incoming, outgoing);
    app(incoming, outgoing);
  });
  return {
    request,
    endpoints,
    services,
    database,
    lines,
    outbox,
    settled: () => background.settled(),
    async signUp(email) {
      const { body } = await request
        .post('/api/auth/register')
        .send({ email, password: 'correct horse', name: 'Cook' })
        .expect(201);
      return asEnvoyPassesOn(z.object({ accessToken: z.string() }).parse(body).accessToken);
    },
    async stop() {
      await background.settled();
      await redis?.close();
      await database.close();
      await stored.stop();
      await rm(outbox, { recursive: true });
      contract.assertKept();
    },
  };
}

async function databaseFor(uri: string | undefined): Promise<TestDatabase> {
  return uri === undefined ? startDatabase() : { uri, stop: async () => {} };
}

async function connected(redis: Redis): Promise<void> {
  redis.connect();
  const ask = () =>
    redis.ping().then(
      () => true,
      () => false,
    );
  await eventually(ask, (answered) => answered);
}

/** What Envoy makes of a valid bearer token: its payload, as it is. */
export function asEnvoyPassesOn(accessToken: string): SignedInHeaders {
  return { 'x-jwt-payload': accessToken.split('.')[1] ?? '' };
}
