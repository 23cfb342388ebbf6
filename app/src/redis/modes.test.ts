import { randomUUID } from 'node:crypto';
import { redisConfig } from '@recipe-book/redis';
import {
  clientTls,
  login,
  loginSettings,
  serverTls,
  soon,
  stopAll,
  TestAuthority,
  TestCluster,
  TestSentinels,
  TestServer,
  writeUsers,
} from '@recipe-book/redis/testing';
import { loadSettings } from '@recipe-book/settings';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { Redis } from './redis.ts';
import type { Store } from './store.ts';

/** A long time, milliseconds. */
const long = 600_000;

const all: Instance[] = [];
afterAll(async () => {
  await Promise.all(all.map(({ redis }) => redis.close()));
  await stopAll();
});

/** As in one instance of the app. */
class Instance {
  readonly redis: Redis;
  readonly store;
  readonly messages: string[] = [];
  readonly #channel;

  constructor(text: Record<string, string>) {
    const settings = loadSettings(text);
    this.redis = new Redis(settings, createLogger(settings, collectLines().stream));
    this.store = this.redis.store('cache', 2000);
    this.#channel = this.redis.channel('shopping-lists');
    this.#channel.listen((message) => this.messages.push(message));
    this.redis.connect();
    all.push(this);
  }

  /** Sends until another one has it, since messages may be lost. */
  async reaches(other: Instance): Promise<void> {
    const message = randomUUID();
    await soon('a message arrives', async () => {
      this.#channel.publish(message);
      return other.messages.includes(message);
    });
  }
}

const kinds: Record<string, () => Promise<Started>> = {
  'one server': startOne,
  Sentinels: startSentinels,
  'a cluster': startCluster,
};

interface Started {
  readonly settings: Record<string, string>;
  readonly servers: readonly TestServer[];
  /** Ends the server that takes writes of a key. */
  fail(key: string): Promise<void>;
}

async function startOne(): Promise<Started> {
  const authority = new TestAuthority();
  const client = authority.issue('client', 'DNS:app');
  const tls = serverTls(authority, true);
  const server = await TestServer.start(
    (placement) => redisConfig(placement, { tls, aclFile: writeUsers(placement.dataDir) }),
    { ...clientTls(authority, client), ...login('operator') },
  );
  return {
    settings: {
      REDIS_URL: `rediss://127.0.0.1:${server.port}`,
      ...loginSettings,
      REDIS_TLS_CA_FILE: authority.caFile,
      REDIS_TLS_CERT_FILE: client.certFile,
      REDIS_TLS_KEY_FILE: client.keyFile,
    },
    servers: [server],
    fail: async () => {
      await server.end();
      await server.start();
    },
  };
}

async function startSentinels(): Promise<Started> {
  const sentinels = await TestSentinels.start(new TestAuthority());
  return {
    settings: sentinels.settings,
    servers: sentinels.servers,
    fail: async () => (await sentinels.primary()).end(),
  };
}

async function startCluster(): Promise<Started> {
  const cluster = await TestCluster.start();
  return {
    settings: cluster.settings,
    servers: cluster.nodes,
    fail: async (key) => (await cluster.ownerOf(key)).end(),
  };
}

describe.each(Object.keys(kinds))(
  'with %s, users and nothing that the app need not do,',
  (kind) => {
    let started: Started;
    let one: Instance;
    let other: Instance;

    beforeAll(async () => {
      started = (await kinds[kind]?.()) as Started;
      one = new Instance(started.settings);
      other = new Instance(started.settings);
      for (const { redis } of [one, other]) await soon('it is there', () => answers(redis));
    }, 60_000);

    test('instances share values and locks, and hear of each other', async () => {
      // So many that every node of a cluster has some.
      const keys = Array.from({ length: 30 }, () => randomUUID());
      for (const key of keys) {
        expect(await one.store.take(key, 'one', long)).toEqual({ isOurs: true });
        expect(await other.store.take(key, 'other', long)).toEqual({ isOurs: false });
        const value = `value of ${key}`;
        await one.store.give(key, 'one', value, long);
        expect(await other.store.take(key, 'other', long)).toEqual({ value });
      }
      expect(await one.store.hasRoom()).toBe(true);
      await one.reaches(other);
      await other.reaches(one);
    });

    test('the app goes on by itself after a server died', async () => {
      const key = randomUUID();
      await one.store.give(key, 'one', 'kept', long);
      await started.fail(`recipe-book:cache:{${key}}`);
      for (const { store } of [one, other]) {
        await soon('values can be set again', () => sets(store, key));
      }
      await one.reaches(other);
      await other.reaches(one);
      for (const { redis } of [one, other]) await soon('it is there', () => answers(redis));
    }, 60_000);

    test('an app that starts while all servers are away finds them when they are back', async () => {
      const running = started.servers.filter((server) => server.running);
      await Promise.all(running.map((server) => server.end()));
      const late = new Instance(started.settings);
      await expect(late.store.take('late', 'one', long)).rejects.toThrow();
      await Promise.all(running.map((server) => server.start()));
      for (const { store } of [one, late]) {
        await soon('values can be set', () => sets(store, 'late'));
      }
      await one.reaches(late);
    }, 60_000);

    test('no server refused it anything', async () => {
      for (const server of started.servers.filter(({ running }) => running)) {
        expect(await server.command('ACL', 'LOG')).toEqual([]);
      }
    });
  },
);

async function sets(store: Store, key: string): Promise<boolean> {
  await store.give(key, 'one', 'new', long);
  const found = await store.take(key, 'one', long);
  return 'value' in found && found.value === 'new';
}

async function answers(redis: Redis): Promise<boolean> {
  await redis.ping();
  return true;
}
