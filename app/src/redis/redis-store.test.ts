import { loadSettings } from '@recipe-book/settings';
import { createClient } from 'redis';
import { createLogger } from '../logging/logger.ts';
import { eventually } from '../testing/app-process.ts';
import { collectLines } from '../testing/log-lines.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { Redis } from './redis.ts';
import type { Store } from './store.ts';

/** A long time, milliseconds. */
const long = 600_000;

let server: TestRedis;
let redis: Redis;
let store: Store;
let lines: Record<string, unknown>[];

beforeEach(async () => {
  server = await startRedis();
  const settings = loadSettings({ REDIS_URL: server.url, REDIS_KEY_PREFIX: 'test:' });
  const collected = collectLines();
  lines = collected.lines;
  redis = new Redis(settings, createLogger(settings, collected.stream));
  store = redis.store('values', 5000);
  redis.connect();
  await eventually(answers, (answered) => answered);
}, 20_000);
afterEach(async () => {
  server.signal('SIGCONT');
  await redis.close();
  await server.stop();
});

function answers(): Promise<boolean> {
  return store.get('any').then(
    () => true,
    () => false,
  );
}

/** Sends a command as an operator would. */
async function command(...words: string[]): Promise<unknown> {
  const client = createClient({ url: server.url });
  await client.connect();
  try {
    return await client.sendCommand(words);
  } finally {
    await client.close();
  }
}

test('values stand under the prefix, and go by themselves', async () => {
  await store.set('a', 'one', long);
  expect(await store.get('a')).toBe('one');
  expect(await store.get('b')).toBeUndefined();
  expect(await command('KEYS', '*')).toEqual(['test:values:a']);
  expect(await command('PTTL', 'test:values:a')).toBeGreaterThan(long - 60_000);
  await store.set('a', 'two', 20);
  await eventually(
    () => store.get('a'),
    (value) => value === undefined,
  );
});

test('a lock is had by one, who alone can give it back', async () => {
  expect(await store.lock('a', 'mine', long)).toBe(true);
  expect(await store.lock('a', 'yours', long)).toBe(false);
  await store.unlock('a', 'yours');
  expect(await store.lock('a', 'yours', long)).toBe(false);
  await store.unlock('a', 'mine');
  expect(await store.lock('a', 'yours', long)).toBe(true);
});

test('while Redis hangs calls fail, and once it goes on it is used again', async () => {
  store = redis.store('values');
  lines.length = 0;
  server.signal('SIGSTOP');
  for (let call = 0; call < 20; call++) await expect(store.get('a')).rejects.toThrow(/Redis/);
  expect(lines.filter(({ message }) => String(message).startsWith('Redis failed'))).toHaveLength(1);
  server.signal('SIGCONT');
  await eventually(answers, (answered) => answered);
});

test('a lock that was asked for while Redis hung is free when it goes on', async () => {
  store = redis.store('values');
  server.signal('SIGSTOP');
  await expect(store.lock('a', 'mine', long)).rejects.toThrow(/no answer/);
  server.signal('SIGCONT');
  await eventually(
    () => store.lock('a', 'yours', long),
    (free) => free,
  );
});

test.each([
  ['refuses', ['ACL', 'SETUSER', 'default', '-set']],
  ['is a replica', ['REPLICAOF', '127.0.0.1', '1']],
  ['is full', ['CONFIG', 'SET', 'maxmemory', '1']],
])('when Redis %s, calls fail', async (_name, words) => {
  await command(...words);
  await expect(store.set('a', 'one', long)).rejects.toThrow(/NOPERM|READONLY|OOM/);
});

test('values leave half of the memory to what cannot be made anew', async () => {
  await command('CONFIG', 'SET', 'maxmemory', '0');
  expect(await store.hasRoom()).toBe(true);
});

test('with more than half of the memory in use there is no room', async () => {
  await command('SET', 'counters', 'x'.repeat(20_000_000));
  await command('CONFIG', 'SET', 'maxmemory', '30mb');
  expect(await store.hasRoom()).toBe(false);
});
