import { loadSettings } from '@recipe-book/settings';
import express from 'express';
import supertest from 'supertest';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { accessLog } from './access-log.ts';
import { answerErrors } from './errors.ts';
import { requestContext } from './request-context.ts';

function appThatFailsWith(error: unknown) {
  const { lines, stream } = collectLines();
  const logger = createLogger(loadSettings({ LOG_LEVEL: 'debug' }), stream);
  const app = express();
  app.use(requestContext, accessLog(logger));
  app.get('/', () => {
    throw error;
  });
  app.use(answerErrors(logger));
  return { lines, request: supertest(app) };
}

test('an unexpected error is logged with its stack and answered without it', async () => {
  const { lines, request } = appThatFailsWith(new TypeError('inner s3cret'));
  const answer = await request.get('/?q=1').set('x-request-id', 'r-1').expect(500);
  expect(answer.body).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'Something went wrong here.',
    requestId: 'r-1',
  });
  expect(lines).toMatchObject([
    {
      level: 'error',
      requestId: 'r-1',
      path: '/',
      error: { type: 'TypeError', stack: expect.stringContaining('errors.test.ts') },
    },
    { level: 'http', statusCode: 500, requestId: 'r-1', duration: expect.any(Number) },
  ]);
});

test('what a client sent wrongly is not logged as a failure', async () => {
  const { lines, request } = appThatFailsWith(Object.assign(new Error('x'), { status: 400 }));
  await request.get('/').expect(400);
  expect(lines.map(({ level }) => level)).toEqual(['http']);
});

test('a database that does not answer is 503, and the client may try again', async () => {
  const away = Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' });
  const { body, headers } = await appThatFailsWith(away).request.get('/').expect(503);
  expect(body.type).toBe('urn:recipe-book:problem:database-away');
  expect(headers['retry-after']).toBe('2');
});

test('the address of the client is what Envoy says, and a request without id gets one', async () => {
  const { lines, request } = appThatFailsWith(Object.assign(new Error('x'), { status: 400 }));
  await request.get('/').set('x-client-address', '192.0.2.7').expect(400);
  expect(lines).toMatchObject([
    { ip: '192.0.2.7', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  ]);
});
