import { loadSettings } from '@recipe-book/settings';
import { createClient } from 'redis';
import { createLogger } from '../logging/logger.ts';
import { eventually } from '../testing/app-process.ts';
import { collectLines } from '../testing/log-lines.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';
import { Redis } from './redis.ts';
import type { Found, Store } from './store.ts';

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
  return store.take('any', 'mine', 1).then(
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
  await store.give('a', 'mine', 'one', long);
  expect(await store.take('a', 'mine', long)).toEqual({ value: 'one' });
  expect(await command('KEYS', '*')).toEqual(['test:values:{a}']);
  expect(await command('PTTL', 'test:values:{a}')).toBeGreaterThan(long - 60_000);
  await store.give('a', 'mine', 'two', 20);
  await eventually(
    () => command('KEYS', '*'),
    (keys) => Array.isArray(keys) && keys.length === 0,
  );
});

test('a value is made by one, who alone can let others make it', async () => {
  expect(await store.take('a', 'mine', long)).toEqual({ isOurs: true });
  expect(await store.take('a', 'yours', long)).toEqual({ isOurs: false });
  const gone = (found: Found) => 'isOurs' in found;
  await store.give('a', 'yours', 'one', 20);
  const others = await eventually(() => store.take('a', 'yours', long), gone);
  expect(others).toEqual({ isOurs: false });
  await store.give('a', 'mine', 'two', 20);
  const own = await eventually(() => store.take('a', 'yours', long), gone);
  expect(own).toEqual({ isOurs: true });
});

test('an empty value is one', async () => {
  await store.give('a', 'mine', '', long);
  expect(await store.take('a', 'mine', long)).toEqual({ value: '' });
});

test('while Redis hangs calls fail, and once it goes on it is used again', async () => {
  store = redis.store('values');
  lines.length = 0;
  server.signal('SIGSTOP');
  for (let call = 0; call < 20; call++) {
    await expect(store.take('a', 'mine', long)).rejects.toThrow(/Redis/);
  }
  expect(lines.filter(({ message }) => String(message).startsWith('Redis failed'))).toHaveLength(1);
  server.signal('SIGCONT');
  await eventually(answers, (answered) => answered);
});

test('a lock that was asked for while Redis hung is free when it goes on', async () => {
  store = redis.store('values');
  server.signal('SIGSTOP');
  await expect(store.take('a', 'mine', long)).rejects.toThrow(/no answer/);
  server.signal('SIGCONT');
  await eventually(
    () => store.take('a', 'yours', long),
    (found) => 'isOurs' in found && found.isOurs,
  );
});

test('a Redis that is left alone is sent nothing', async () => {
  store = redis.store('values');
  server.signal('SIGSTOP');
  for (let call = 0; call < 3; call++) {
    await expect(store.take('a', 'mine', long)).rejects.toThrow(/no answer/);
  }
  for (let call = 0; call < 20; call++) {
    await expect(store.take('a', 'mine', long)).rejects.toThrow(/left alone/);
  }
  server.signal('SIGCONT');
  await eventually(answers, (answered) => answered);
  const calls = String(await command('INFO', 'commandstats'));
  expect(calls).not.toContain('cmdstat_del');
  expect(Number(/cmdstat_eval:calls=(\d+)/.exec(calls)?.[1])).toBeLessThan(10);
});

test('three failures in a row, of giving too, have Redis left alone, and one command finds it again', async () => {
  store = redis.store('values');
  server.signal('SIGSTOP');
  for (let call = 0; call < 3; call++) {
    await expect(store.give('a', 'mine', 'one', long)).rejects.toThrow(/no answer/);
  }
  await expect(store.give('a', 'mine', 'one', long)).rejects.toThrow(/left alone/);
  server.signal('SIGCONT');
  await eventually(
    () =>
      store.give('a', 'mine', 'two', long).then(
        () => true,
        () => false,
      ),
    (given) => given,
  );
  expect(await store.take('a', 'mine', long)).toEqual({ value: 'two' });
});

test.each([
  ['refuses', ['ACL', 'SETUSER', 'default', '-set']],
  ['is a replica', ['REPLICAOF', '127.0.0.1', '1']],
  ['is full', ['CONFIG', 'SET', 'maxmemory', '1']],
])('when Redis %s, calls fail', async (_name, words) => {
  await command(...words);
  await expect(store.give('a', 'mine', 'one', long)).rejects.toThrow(/NOPERM|READONLY|OOM/);
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
