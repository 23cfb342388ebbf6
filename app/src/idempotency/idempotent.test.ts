import { loadSettings } from '@recipe-book/settings';
import { Types } from 'mongoose';
import { z } from 'zod';
import { endpoint, type Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { createLogger } from '../logging/logger.ts';
import { startApp, type TestApp } from '../testing/app.ts';
import { collectLines } from '../testing/log-lines.ts';
import { idempotent } from './idempotent.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

/** An endpoint that does one step after another. @returns what asks it, always with the same key. */
function asking(...steps: (() => Reply | Promise<Reply>)[]) {
  const { lines, stream } = collectLines();
  const left = [...steps];
  const made = endpoint(
    {
      method: 'post',
      path: '/api/things',
      operationId: 'doThing',
      summary: 'x',
      tag: 'x',
      signedIn: true,
      body: z.unknown(),
      replies: { 200: { description: 'x' } },
    },
    () => left.shift()?.() ?? { status: 200, body: 'more often than meant' },
  );
  const logger = createLogger(loadSettings({ LOG_LEVEL: 'debug' }), stream);
  const { run } = idempotent(made, app.services.idempotencyKeys, logger);
  const userId = String(new Types.ObjectId());
  const headers = { 'idempotency-key': 'k' };
  const common = { params: {}, query: {}, cookies: {}, headers, userId };
  const ask = (body: unknown = {}) => run({ ...common, body });
  return { ask, lines };
}

const done = (): Reply => ({ status: 200, body: 'done' });
const fails = (error: Error) => () => {
  throw error;
};

test.each([
  ['an error', new Error('broken'), 'broken'],
  ['503', new HttpProblem(503, 'away'), 'away'],
  ['429', new HttpProblem(429, 'slower'), 'slower'],
  ['401', new HttpProblem(401, 'who?'), 'who?'],
  ['come again', new HttpProblem(409, 'busy', { headers: { 'Retry-After': '1' } }), 'busy'],
])('after %s the request can be tried again', async (_what, error, message) => {
  const { ask } = asking(fails(error), done);
  await expect(ask()).rejects.toThrow(message);
  expect(await ask()).toEqual({ status: 200, body: 'done' });
  expect(await ask()).toMatchObject({ headers: { 'Idempotency-Replayed': 'true' } });
});

test.each([404, 409, 412, 422])('%i is given again', async (status) => {
  const problem = new HttpProblem(status, 'no', { code: 'x', headers: { Allow: 'GET' } });
  const { ask } = asking(fails(problem), done);
  await expect(ask()).rejects.toThrow('no');
  await expect(ask()).rejects.toMatchObject({
    status,
    type: 'urn:recipe-book:problem:x',
    headers: { Allow: 'GET', 'Idempotency-Replayed': 'true' },
  });
});

test('while the first is under way the second is sent away', async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const begun = Promise.withResolvers<void>();
  const { ask } = asking(() => {
    begun.resolve();
    return promise;
  });
  const first = ask();
  await begun.promise;
  await expect(ask()).rejects.toMatchObject({ status: 409, headers: { 'Retry-After': '1' } });
  resolve(done());
  expect(await first).toEqual(done());
  expect(await ask()).toMatchObject(done());
});

test('an answer that is too large to be kept is not made again', async () => {
  const body = 'ü'.repeat(3 * 1024 * 1024);
  const { ask } = asking(() => ({ status: 201, body, headers: { Location: '/api/things/1' } }));
  expect(await ask()).toMatchObject({ status: 201, body });
  await expect(ask()).rejects.toMatchObject({
    status: 409,
    type: 'urn:recipe-book:problem:answer-not-kept',
    headers: { Location: '/api/things/1' },
  });
});

test('whoever asks first is answered even when the answer cannot be kept', async () => {
  const { ask, lines } = asking(async () => {
    await app.database.connection.collection('idempotencykeys').deleteMany({});
    return done();
  });
  expect(await ask()).toEqual(done());
  expect(lines).toMatchObject([{ level: 'warn' }]);
});

test('a body is known again by what it holds, however deep', async () => {
  const deep = (inside: string): unknown =>
    JSON.parse(`${'{"a":['.repeat(100_000)}${inside}${']}'.repeat(100_000)}`);
  const { ask } = asking(done);
  // What JSON.stringify takes the slow, recursive way for.
  await ask(deep('{"toJSON":1}'));
  expect(await ask(deep('{"toJSON":1}'))).toMatchObject(done());
  await expect(ask(deep('{"toJSON":2}'))).rejects.toMatchObject({ status: 422 });
});

test.each([
  [
    [1, [2]],
    [[1], 2],
  ],
  [{ a: 'b' }, ['a', 'b']],
  ['1', 1],
  [[], {}],
  [null, 'null'],
  [Buffer.from('"a"\n'), 'a'],
  [Buffer.from('a'), Buffer.from('b')],
])('%j is not %j', async (one, another) => {
  const { ask } = asking(done);
  await ask(one);
  await expect(ask(another)).rejects.toMatchObject({ status: 422 });
});
