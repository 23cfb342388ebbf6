import type { ServerResponse } from 'node:http';
import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { Background } from '../background.ts';
import { answerErrors } from '../http/errors.ts';
import { HttpProblem } from '../http/problem.ts';
import { requestContext } from '../http/request-context.ts';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { type SentryReceiver, startSentryReceiver } from '../testing/sentry-receiver.ts';
import { version } from '../version.ts';
import { openReports } from './open-reports.ts';

const userId = '6650f0c2a4b1d2e3f4a5b6c7';
const claims = Buffer.from(JSON.stringify({ sub: userId })).toString('base64url');

let sentry: SentryReceiver;
afterEach(() => sentry.stop());

/** A small app that fails as it is told, and reports to a receiver. */
async function appThatFailsWith(error: unknown, answer?: (response: ServerResponse) => void) {
  sentry = await startSentryReceiver(answer);
  const text = { SENTRY_ENABLED: 'true', SENTRY_DSN: sentry.dsn, SENTRY_ENVIRONMENT: 'lab' };
  const settings = loadSettings(text);
  const { lines, stream } = collectLines();
  const logger = createLogger(settings, stream);
  const reports = await openReports(settings, logger);
  const app = express();
  app.use(requestContext);
  app.post('/{*path}', () => {
    throw error;
  });
  app.use(answerErrors(logger, reports));
  return { request: supertest(app), reports, logger, lines };
}

test('an unexpected error is reported with its stack, its causes and the ids of the request', async () => {
  const error = new TypeError('no such thing', { cause: new Error('the reason') });
  const { request, reports } = await appThatFailsWith(error);
  await request.post('/').set('x-request-id', 'r-1').set('x-jwt-payload', claims).expect(500);
  await reports.close();
  expect(sentry.events).toMatchObject([
    {
      platform: 'node',
      release: version,
      environment: 'lab',
      user: { id: userId },
      tags: { 'request.id': 'r-1' },
      exception: {
        values: [
          { type: 'Error', value: 'the reason' },
          { type: 'TypeError', value: 'no such thing', mechanism: { handled: false } },
        ],
      },
    },
  ]);
  expect(sentry.events[0]?.['exception'].values[1].stacktrace.frames).toContainEqual(
    expect.objectContaining({
      filename: 'app/src/error-reports/sentry.test.ts',
      lineno: expect.any(Number),
      in_app: true,
    }),
  );
});

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiI2NjUwIn0.c2lnbmF0dXJl';
const secrets = [jwt, 'hunter2', 'ada@example.com', 'c00kie', 'q-token', 'b0dy', '192.0.2.7'];

test('nothing secret or personal leaves, wherever it stands', async () => {
  const error = Object.assign(
    new Error(`Bearer ${jwt} for ada@example.com at mongodb://app:hunter2@db/recipes`),
    { request: { headers: { cookie: 'c00kie' } }, password: 'hunter2' },
  );
  error.cause = new Error(`Authorization: Basic ${Buffer.from('ada:hunter2').toString('base64')}`);
  const { request, reports } = await appThatFailsWith(error);
  await request
    .post('/login?token=q-token')
    .set('cookie', 'session=c00kie')
    .set('authorization', `Bearer ${jwt}`)
    .set('x-client-address', '192.0.2.7')
    .send({ password: 'b0dy' })
    .expect(500);
  await reports.close();
  expect(sentry.events).toHaveLength(1);
  for (const secret of [...secrets, 'YWRhOmh1bnRlcjI', import.meta.dirname, 'supertest/']) {
    expect(sentry.bodies.join()).not.toContain(secret);
  }
});

test('things that are thrown and are no errors tell nothing of what is in them', async () => {
  const { request, reports } = await appThatFailsWith({ title: 'My recipe', password: 'hunter2' });
  await request.post('/').expect(500);
  await reports.close();
  expect(sentry.events).toHaveLength(1);
  expect(sentry.bodies.join()).not.toMatch(/My recipe|hunter2/);
});

test('what is expected is not reported', async () => {
  const { request, reports } = await appThatFailsWith(new HttpProblem(503, 'Later.'));
  await request.post('/').expect(503);
  await reports.close();
  expect(sentry.bodies).toEqual([]);
});

test('work in the background that fails is reported', async () => {
  const { logger, reports } = await appThatFailsWith(undefined);
  const background = new Background(logger, reports);
  background.run('sending a mail', () => Promise.reject(new Error('no mail today')));
  await background.settled();
  await reports.close();
  expect(sentry.events).toMatchObject([{ exception: { values: [{ value: 'no mail today' }] } }]);
});

test('a flood of errors is reported in part', async () => {
  const { reports } = await appThatFailsWith(undefined);
  for (let count = 0; count < 200; count++) reports.report(new Error('again'));
  await reports.close();
  expect(sentry.events.length).toBeGreaterThan(0);
  expect(sentry.events.length).toBeLessThanOrEqual(30);
});

test('a Sentry that does not answer holds nothing up, and the log says that it did not', async () => {
  const { request, reports, lines } = await appThatFailsWith(new Error('x'), () => {});
  await request.post('/').expect(500);
  const begin = performance.now();
  await reports.close();
  expect(performance.now() - begin).toBeLessThan(2500);
  sentry.stop();
  const refused = await appThatFailsWith(new Error('y'), (response) => {
    response.writeHead(403).end();
  });
  await refused.request.post('/').expect(500);
  await refused.reports.close();
  expect(refused.lines).toContainEqual(
    expect.objectContaining({
      level: 'warn',
      message: 'an error was not reported to Sentry',
      reason: 'it answered 403',
    }),
  );
  expect(JSON.stringify([lines, refused.lines])).not.toContain('k3y');
});
