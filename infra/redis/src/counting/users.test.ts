import { redisConfig } from '../config/server.ts';
import { admitted } from '../testing/admitted.ts';
import { limit, TestRatelimit } from '../testing/ratelimit.ts';
import { stopAll } from '../testing/running.ts';
import { TestServer } from '../testing/server.ts';
import { login, loginSettings, writeUsers } from '../testing/users.ts';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start(
    (placement) => redisConfig(placement, { aclFile: writeUsers(placement.dataDir) }),
    login('operator'),
  );
});
afterAll(stopAll);

const url = () => ({ REDIS_URL: `redis://127.0.0.1:${server.port}` });

test('the user of the ratelimit service may do what that does', async () => {
  const service = await TestRatelimit.start({ ...url(), ...loginSettings });
  expect(await admitted([service], 'ada')).toBe(limit);
  expect(await server.command('ACL', 'LOG')).toEqual([]);
});

test.each([
  ['remove all', ['FLUSHALL']],
  ['remove a database', ['FLUSHDB']],
  ['list the keys', ['KEYS', '*']],
  ['walk the keys', ['SCAN', '0']],
  ['read the configuration', ['CONFIG', 'GET', '*']],
  ['see what others do', ['MONITOR']],
  ['see who is there', ['CLIENT', 'LIST']],
  ['make users', ['ACL', 'SETUSER', 'eve', 'on']],
  ['run scripts', ['EVAL', 'return 1', '0']],
  ['end it', ['SHUTDOWN', 'NOSAVE']],
  ['make it follow another one', ['REPLICAOF', 'localhost', '1']],
  ['set a counter', ['SET', 'recipe-book:ratelimit:a', '0']],
  ['remove a counter', ['DEL', 'recipe-book:ratelimit:a']],
  ['count under another prefix', ['INCRBY', 'other:ratelimit:a', '1']],
  ['count among the answers of the cache', ['INCRBY', 'recipe-book:cache:a', '1']],
  ['send to channels', ['PUBLISH', 'recipe-book:shopping-lists', 'a']],
])('it may not %s', async (_, words) => {
  const client = server.client(login('ratelimit'));
  await client.connect();
  await expect(client.sendCommand(words)).rejects.toThrow('NOPERM');
  client.destroy();
});

test.each([
  ['remove all', ['FLUSHALL']],
  ['list the keys', ['KEYS', '*']],
  ['read the configuration', ['CONFIG', 'GET', '*']],
  ['make users', ['ACL', 'SETUSER', 'eve', 'on']],
  ['give itself more requests', ['SET', 'recipe-book:ratelimit:a', '0']],
  ['do so by a script', ['EVAL', "redis.call('DEL', 'recipe-book:ratelimit:a')", '0']],
  ['listen to the channels of others', ['SUBSCRIBE', 'other:shopping-lists']],
])('the user of the app may not %s', async (_, words) => {
  const client = server.client(login('app'));
  await client.connect();
  await expect(client.sendCommand(words)).rejects.toThrow(/NOPERM|can't access/);
  client.destroy();
});

test('nobody gets in without being one of the users', async () => {
  const client = server.client({});
  await client.connect();
  await expect(client.ping()).rejects.toThrow('NOAUTH');
  client.destroy();
  await expect(TestRatelimit.start(url())).rejects.toThrow('NOAUTH');
});
