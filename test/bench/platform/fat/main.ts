/**
 * A program: Recipe Book as REQ-018 first planned it, with all in one process: rate limits, compression, log files,
 * request ids, tokens and telemetry. On the port PORT, with the settings of the app and of the limits.
 */
import { createServer } from 'node:http';
import { recipeBookPolicies } from '@recipe-book/envoy';
import { createClient } from 'redis';
import { Tokens } from '../../../../app/src/auth/tokens.ts';
import { Background } from '../../../../app/src/background.ts';
import { Database } from '../../../../app/src/database/connection.ts';
import { Health } from '../../../../app/src/health/health.ts';
import { openMailer } from '../../../../app/src/mail/open-mailer.ts';
import { Redis } from '../../../../app/src/redis/redis.ts';
import { allEndpoints, createServices } from '../../../../app/src/services.ts';
import { readSettings, required } from '../../../../app/src/settings.ts';
import { createFatApp } from './app.ts';
import { limitRates } from './limits.ts';
import { createLogger } from './logger.ts';

const settings = readSettings(process.env);
const logger = createLogger(settings, required('LOG_FILE_PATH', settings.LOG_FILE_PATH));
const tokens = await Tokens.load(
  required('JWT_PRIVATE_KEY_FILE', settings.JWT_PRIVATE_KEY_FILE),
  settings,
);
const database = new Database(required('MONGODB_URI', settings.MONGODB_URI), settings, logger);
const redis = new Redis(settings, logger);
const services = createServices(database, settings, { store: redis.store('cache') });
const counters = createClient({ url: required('REDIS_URL', settings.REDIS_URL) });
const health = new Health({
  database: () => database.ping(),
  redis: () => redis.ping(),
  timeout: settings.HEALTH_CHECK_TIMEOUT,
});
redis.connect();
await Promise.all([database.connect(), counters.connect()]);
health.started();

const app = createFatApp({
  logger,
  health,
  tokens,
  endpoints: allEndpoints(services, {
    settings,
    tokens,
    mailer: openMailer(settings, logger),
    background: new Background(logger),
    logger,
  }),
  limits: limitRates(recipeBookPolicies(settings), (...args) => counters.sendCommand(args)),
  settings,
});
createServer(app).listen(settings.PORT, settings.HOST);
