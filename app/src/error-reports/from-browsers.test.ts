import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { answerErrors } from '../http/errors.ts';
import { requestContext } from '../http/request-context.ts';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { type SentryReceiver, startSentryReceiver } from '../testing/sentry-receiver.ts';
import { openReports } from './open-reports.ts';

let sentry: SentryReceiver;
afterEach(() => sentry.stop());

async function start(text: Record<string, string> = {}) {
  sentry = await startSentryReceiver();
  const settings = loadSettings({ SENTRY_ENABLED: 'true', SENTRY_DSN: sentry.dsn, ...text });
  const logger = createLogger(settings, collectLines().stream);
  const reports = await openReports(settings, logger);
  const app = express();
  app.use(requestContext);
  if (reports.fromBrowsers) app.use(reports.fromBrowsers);
  app.use(answerErrors(logger));
  return { request: supertest(app), reports };
}

const userId = '6650f0c2a4b1d2e3f4a5b6c7';
/** As Envoy passes on a token that it has verified. */
const payload = Buffer.from(JSON.stringify({ sub: userId })).toString('base64url');

const frame = {
  filename: 'https://recipes.example/assets/index-1a2b.js?token=q-token',
  function: 'Rb',
  lineno: 1,
  colno: 4711,
  in_app: true,
};
const event = {
  event_id: '0123456789abcdef0123456789abcdef',
  release: '2.1.4',
  environment: 'lab',
  exception: {
    values: [{ type: 'TypeError', value: 'x is null', stacktrace: { frames: [frame] } }],
  },
  user: { id: '0000f0c2a4b1d2e3f4a5b6c7', email: 'ada@example.com', ip_address: '192.0.2.7' },
  request: { url: 'https://recipes.example/?q=s3cret', headers: { Cookie: 's3cret' } },
  breadcrumbs: [{ message: 's3cret' }],
  extra: { password: 's3cret' },
  debug_meta: {
    images: [
      {
        type: 'sourcemap',
        code_file: 'https://recipes.example/assets/index-1a2b.js',
        debug_id: '85314830-023f-4cf1-a267-535f4e37bb17',
      },
    ],
  },
};

/** As Sentry's SDK puts an event into an envelope. */
function envelope(payload: unknown): string {
  return [{ dsn: 'https://evil@evil.example/9' }, { type: 'event' }, payload]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

test('an error of a browser is passed on, without what it must not say', async () => {
  const { request, reports } = await start();
  await request
    .post('/error-reports')
    .set('x-jwt-payload', payload)
    .send(envelope(event))
    .expect(204);
  await reports.close();
  const [received, ...others] = sentry.events;
  expect(others).toEqual([]);
  expect(received).toEqual({
    event_id: event.event_id,
    timestamp: expect.any(Number),
    platform: 'javascript',
    release: '2.1.4',
    environment: 'lab',
    exception: {
      values: [
        {
          type: 'TypeError',
          value: 'x is null',
          stacktrace: {
            frames: [{ ...frame, filename: 'https://recipes.example/assets/index-1a2b.js' }],
          },
        },
      ],
    },
    user: { id: userId },
    debug_meta: event.debug_meta,
    sdk: expect.objectContaining({ settings: { infer_ip: 'never' } }),
  });
  expect(sentry.bodies.join()).not.toMatch(/s3cret|q-token|ada@|192\.0|evil/);
});

test('whose error it is nobody may say who has no token', async () => {
  const { request, reports } = await start();
  await request.post('/error-reports').send(envelope(event)).expect(204);
  await reports.close();
  expect(sentry.events).toHaveLength(1);
  expect(sentry.events[0]).not.toHaveProperty('user');
});

test.each([
  ['no report', 'hello'],
  ['nothing', ''],
  ['an event of another kind', envelope({ type: 'transaction', spans: [] })],
])('%s is refused', async (_what, body) => {
  const { request, reports } = await start();
  await request.post('/error-reports').set('content-type', 'text/plain').send(body).expect(400);
  await reports.close();
  expect(sentry.bodies).toEqual([]);
});

test('so is what is too large, and what a page of another site sends', async () => {
  const { request } = await start();
  const large = envelope({ ...event, extra: 'x'.repeat(200_000) });
  await request.post('/error-reports').send(large).expect(413);
  const body = envelope(event);
  await request.post('/error-reports').set('sec-fetch-site', 'cross-site').send(body).expect(403);
  expect(sentry.bodies).toEqual([]);
});

test('a flood is cut off', async () => {
  const { request } = await start();
  const statuses: number[] = [];
  for (let count = 0; count < 110; count++) {
    statuses.push((await request.post('/error-reports').send(envelope(event))).status);
  }
  expect(statuses.filter((status) => status === 204)).toHaveLength(100);
  expect(statuses.at(-1)).toBe(429);
});

test('there is no such address while reports are off', async () => {
  const { request } = await start({ SENTRY_ENABLED: 'false' });
  await request.post('/error-reports').send(envelope(event)).expect(404);
});
