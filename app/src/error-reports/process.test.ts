import { fileURLToPath } from 'node:url';
import { Program } from '@recipe-book/test/program';
import { makeKeyFile } from '../testing/key.ts';
import { type SentryReceiver, startSentryReceiver } from '../testing/sentry-receiver.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const local = (path: string) => new URL(path, import.meta.url).href;

let sentry: SentryReceiver;
beforeEach(async () => {
  sentry = await startSentryReceiver();
});
afterEach(() => sentry.stop());

/** Prints the name of each module of Sentry that is loaded. */
const tellSentry = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      if (url.includes("/@sentry/")) console.log(JSON.stringify({ loaded: url }));
      return next(url, context);
    },
  });
`)}`;

function settings(text: Record<string, string>) {
  return {
    PATH: process.env['PATH'],
    PORT: '0',
    MONGODB_URI: 'mongodb://127.0.0.1:1/test',
    REDIS_URL: 'redis://127.0.0.1:1',
    JWT_PRIVATE_KEY_FILE: makeKeyFile(),
    SHUTDOWN_DRAIN_DELAY: '0',
    ...text,
  };
}

test.each([
  ['off', { SENTRY_ENABLED: 'false' }, 0],
  ['on', { SENTRY_ENABLED: 'true' }, 1],
])('while reports are %s, Sentry is loaded accordingly', async (_what, text, least) => {
  const program = await Program.start(
    process.execPath,
    ['--import', tellSentry, main],
    /"message":"listening"/,
    settings({ ...text, SENTRY_DSN: sentry.dsn }),
  );
  await program.stop();
  const loaded = program.lines.filter((line) => line.includes('"loaded"'));
  expect(Math.min(loaded.length, 1)).toBe(least);
});

test('what is reported just before the end still arrives, and a Sentry that is silent does not keep the app', async () => {
  sentry.stop();
  sentry = await startSentryReceiver(() => {});
  const program = await Program.start(
    process.execPath,
    [main],
    /"message":"listening"/,
    settings({ SENTRY_ENABLED: 'true', SENTRY_DSN: sentry.dsn }),
  );
  const { port } = JSON.parse(program.lines.find((line) => line.includes('listening')) ?? '');
  const event = { exception: { values: [{ type: 'Error', value: 'at the end' }] } };
  const body = [{}, { type: 'event' }, event].map((line) => JSON.stringify(line)).join('\n');
  const url = `http://127.0.0.1:${port}/error-reports`;
  const headers = { connection: 'close' };
  expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(204);
  const begin = performance.now();
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(sentry.events).toMatchObject([{ exception: event.exception }]);
});

const crash = `
  import { loadSettings } from '@recipe-book/settings';
  import { openReports } from '${local('./open-reports.ts')}';
  import { createLogger } from '${local('../logging/logger.ts')}';
  import { endOnCrash } from '${local('../shutdown/crash.ts')}';
  const settings = loadSettings(process.env);
  const logger = createLogger(settings, process.stdout);
  endOnCrash(logger, await openReports(settings, logger), async () => {});
  setImmediate(() => CRASH);
`;

test.each([
  ['an exception', `{ throw new RangeError('out of hand'); }`],
  ['a rejection', `Promise.reject(new RangeError('out of hand'))`],
])('%s that nobody handled is reported before the process ends', async (_what, how) => {
  const { code } = await Program.run(
    process.execPath,
    ['--input-type=module', '--eval', crash.replace('CRASH', how)],
    settings({ SENTRY_ENABLED: 'true', SENTRY_DSN: sentry.dsn }),
  );
  expect(code).toBe(1);
  expect(sentry.events).toMatchObject([
    { exception: { values: [{ type: 'RangeError', value: 'out of hand' }] } },
  ]);
});
