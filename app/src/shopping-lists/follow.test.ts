import { z } from 'zod';
import { asEnvoyPassesOn, type SignedInHeaders } from '../testing/app.ts';
import { type AppProcess, eventually, startAppProcess } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { openEventStream } from '../testing/event-stream.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';

let database: TestDatabase;
let redis: TestRedis;
let instances: AppProcess[];
let listId: string;

let user: SignedInHeaders;

beforeAll(async () => {
  [database, redis] = await Promise.all([startDatabase(), startRedis()]);
  const settings = {
    MONGODB_URI: database.uri,
    REDIS_URL: redis.url,
    SHUTDOWN_DRAIN_DELAY: '0',
  };
  instances = await Promise.all([startAppProcess(settings), startAppProcess(settings)]);
  await connectedToRedis(1);
  const registered = await fetch(`${instances[0]?.url}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse', name: 'Ada' }),
  });
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await registered.json());
  user = asEnvoyPassesOn(accessToken);
}, 60_000);

/** Waits until each instance has connected so often. */
async function connectedToRedis(times: number): Promise<void> {
  const connections = async () =>
    instances.map(
      (app) => app.logLines().filter(({ message }) => message === 'connected to Redis').length,
    );
  await eventually(connections, (counts) => counts.every((count) => count >= times));
}

beforeEach(async () => {
  const made = await send(0, 'POST', '', { name: 'Today' });
  listId = z.object({ id: z.string() }).parse(await made.json()).id;
});

afterAll(async () => {
  for (const { program } of instances) await program.stop();
  await redis.stop();
  await database.stop();
});

function send(instance: number, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${instances[instance]?.url}/api/shopping-lists${path}`, {
    method,
    headers: { ...user, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

function follow(instance: number, lastEventId?: string) {
  const url = `${instances[instance]?.url}/api/shopping-lists/${listId}/events`;
  return openEventStream(url, user, lastEventId);
}

function rename(instance: number, name: string): Promise<Response> {
  return send(instance, 'PATCH', `/${listId}`, { name });
}

test('whoever follows a list gets it, and every change of it on any instance', async () => {
  const [here, there] = [await follow(0), await follow(1)];
  expect(here.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(here.response.headers.get('cache-control')).toBe('no-store');
  const first = { event: 'list', id: '1', data: { id: listId, name: 'Today', items: [] } };
  expect(await here.next()).toMatchObject(first);
  expect(await there.next()).toMatchObject(first);
  await rename(0, 'New');
  const second = { event: 'list', id: '2', data: { name: 'New' } };
  expect(await here.next()).toMatchObject(second);
  expect(await there.next()).toMatchObject(second);
  here.close();
  there.close();
});

test('a client that comes back gets only what it does not have', async () => {
  const same = await follow(0, '1');
  await rename(0, 'New');
  expect(await same.next()).toMatchObject({ id: '2', data: { name: 'New' } });
  same.close();
  const behind = await follow(0, '1');
  expect(await behind.next()).toMatchObject({ id: '2' });
  behind.close();
});

test('a list that another one replaces as the active one tells so', async () => {
  const stream = await follow(1);
  expect(await stream.next()).toMatchObject({ data: { isActive: true } });
  await send(0, 'POST', '', {});
  expect(await stream.next()).toMatchObject({ data: { isActive: false } });
  stream.close();
});

test('the stream of a list that is removed says so and ends', async () => {
  const stream = await follow(1);
  await stream.next();
  await send(0, 'DELETE', `/${listId}`);
  expect(await stream.next()).toEqual({ event: 'removed', id: undefined, data: { id: listId } });
  expect(await stream.next()).toBeUndefined();
});

test('too many streams of one user are refused, and those that have ended do not count', async () => {
  const streams = await Promise.all(Array.from({ length: 30 }, () => follow(0)));
  for (const stream of streams) await stream.next();
  const refused = await follow(0);
  expect(refused.response.status).toBe(429);
  for (const stream of streams) stream.close();
  let status = 429;
  while (status === 429) {
    const stream = await follow(0);
    status = stream.response.status;
    stream.close();
  }
  expect(status).toBe(200);
});

test('HEAD is answered and keeps nothing open', async () => {
  const answer = await send(0, 'HEAD', `/${listId}/events`);
  expect(answer.status).toBe(200);
});

test('without Redis, changes reach those on the same instance; with it again, all', async () => {
  await redis.stop();
  const [here, there] = [await follow(0), await follow(1)];
  await Promise.all([here.next(), there.next()]);
  await rename(0, 'Alone');
  expect(await here.next()).toMatchObject({ data: { name: 'Alone' } });
  redis = await startRedis(redis.port);
  await connectedToRedis(2);
  await rename(0, 'Together');
  expect(await here.next()).toMatchObject({ data: { name: 'Together' } });
  expect(await there.next()).toMatchObject({ data: { name: 'Together' } });
  here.close();
  there.close();
}, 20_000);

test('an app that stops ends its streams at once', async () => {
  const stream = await follow(1);
  await stream.next();
  const stopping = instances[1];
  stopping?.program.signal('SIGTERM');
  expect(await stream.next()).toBeUndefined();
  expect(await stopping?.program.ended).toBe(0);
  const messages = stopping?.logLines().map(({ message }) => message);
  expect(messages).toContain('all requests have finished; closing');
});
