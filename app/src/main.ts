import { Tokens } from './auth/tokens.ts';
import { Background } from './background.ts';
import { Database } from './database/connection.ts';
import { openReports } from './error-reports/open-reports.ts';
import { Health } from './health/health.ts';
import { createApp } from './http/app.ts';
import { addressOf, listen } from './http/server.ts';
import { createLogger } from './logging/logger.ts';
import { openLogOutput } from './logging/output.ts';
import { openMailer } from './mail/open-mailer.ts';
import { Redis } from './redis/redis.ts';
import { allEndpoints, createServices } from './services.ts';
import { exitFor, readSettings, required } from './settings.ts';
import { endOnCrash } from './shutdown/crash.ts';
import { Drain } from './shutdown/drain.ts';
import { shutDown } from './shutdown/shutdown.ts';
import { untilSignal } from './shutdown/signal.ts';
import { stopTelemetry } from './telemetry/stop.ts';
import { version } from './version.ts';

const settings = readSettings(process.env);
const uri = required('MONGODB_URI', settings.MONGODB_URI);
const keyFile = required('JWT_PRIVATE_KEY_FILE', settings.JWT_PRIVATE_KEY_FILE);
const output = await openLogOutput(settings).catch(exitFor);
const logger = createLogger(settings, output.stream);
const errorReports = await openReports(settings, logger);
endOnCrash(logger, errorReports, () => Promise.all([output.close(), stopTelemetry()]));

const tokens = await Tokens.load(keyFile, settings);
const database = new Database(uri, settings, logger);
const background = new Background(logger, errorReports);
const mailer = openMailer(settings, logger);
const redis = new Redis(settings, logger);
const health = new Health({
  database: () => database.ping(),
  redis: () => redis.ping(),
  timeout: settings.HEALTH_CHECK_TIMEOUT,
});
const services = createServices(database, settings, {
  listChannel: redis.channel('shopping-lists'),
  store: redis.store('cache'),
});
const app = createApp({
  logger,
  health,
  tokens,
  endpoints: allEndpoints(services, { settings, tokens, mailer, background, logger }),
  assertUsable: () => database.assertUsable(),
  errorReports,
  recipePages: services,
  settings,
});

const stopped = untilSignal();
const server = await listen(app, settings);
const drain = new Drain(server);
logger.info({ ...addressOf(server), version }, 'listening');
redis.connect();
void database.connect().then(() => health.started());

logger.info({ signal: await stopped }, 'shutting down');
await shutDown({
  logger,
  health,
  drain,
  drainDelay: settings.SHUTDOWN_DRAIN_DELAY,
  timeout: settings.SHUTDOWN_TIMEOUT,
  endStreams: () => services.planning.shoppingLists.feed.end(),
  closers: [
    { name: 'background work', close: () => background.settled() },
    { name: 'database', close: () => database.close() },
    { name: 'Redis', close: () => redis.close() },
    { name: 'error reports', close: () => errorReports.close() },
    { name: 'logs', close: () => output.close() },
    { name: 'telemetry', close: stopTelemetry },
  ],
});
