import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { redisConfig, sentinelConfig } from '@recipe-book/redis';
import { freePort, Program } from '@recipe-book/test/program';
import { until } from '@recipe-book/test/until';
import { redisCliEnvironment } from '../../testing/redis-cli.ts';
import { redisScripts } from './index.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'redis-group-'));
const group = 'recipe-book';
const passwords = { REDIS_PASSWORD: 'server "0" \\', SENTINEL_PASSWORD: "sentinel's" };
/** Seconds. A Sentinel that a busy machine held up for two does nothing for the next thirty (its TILT mode). */
const patience = 75;
const running = new Map<string, Program>();
let servers: string[];
let sentinels: string[];

beforeAll(async () => {
  const addresses = await Promise.all(Array.from({ length: 6 }, freePort));
  servers = addresses.slice(0, 3).map((port) => `127.0.0.1:${port}`);
  sentinels = addresses.slice(3).map((port) => `127.0.0.1:${port}`);
});
afterAll(async () => {
  await Promise.all([...running.values()].map((one) => one.stop()));
  rmSync(folder, { recursive: true });
});

const isSentinel = (self: string) => sentinels.includes(self);

/** What a pod gives its scripts. */
function environment(self: string): NodeJS.ProcessEnv {
  return {
    ...redisCliEnvironment(),
    ...passwords,
    SELF: self,
    SERVERS: servers.join(' '),
    SENTINELS: sentinels.join(' '),
    GROUP: group,
    TRIES: '1',
    LINGER: '0',
    CONFIG: join(folder, `${self}.conf`),
    SHARED_CONFIG: join(folder, `${self}-shared.conf`),
  };
}

/** A new pod: its config is written anew, while its volume is as it was. */
async function start(self: string): Promise<void> {
  const env = environment(self);
  // As each pod has its own volume: what a server gets from the first one goes through a file of one name.
  const dataDir = join(folder, self);
  mkdirSync(dataDir, { recursive: true });
  const placement = { address: '127.0.0.1', port: portOf(self), dataDir };
  const watched = {
    name: group,
    primary: { address: '127.0.0.1', port: portOf(servers[0] ?? '') },
    quorum: 2,
  };
  const shared = isSentinel(self)
    ? sentinelConfig(placement, watched, { announceHostnames: true })
    : redisConfig(placement);
  writeFileSync(env['SHARED_CONFIG'] ?? '', shared);
  const script = isSentinel(self) ? redisScripts.writeSentinel : redisScripts.writeMember;
  await run('/bin/sh', ['-c', script], { env });
  const args = [env['CONFIG'] ?? '', ...(isSentinel(self) ? ['--sentinel'] : [])];
  const ready = isSentinel(self) ? /\+monitor/ : /Ready to accept connections/;
  running.set(self, await Program.start('redis-server', args, ready));
}

/** What the pod of a server does before its end. */
async function handOver(self: string): Promise<void> {
  await run('/bin/sh', ['-c', redisScripts.handOver], { env: environment(self) });
}

async function end(self: string): Promise<void> {
  running.get(self)?.signal('SIGTERM');
  await running.get(self)?.ended;
  running.delete(self);
}

/** The answer of one of them. */
async function ask(self: string, ...words: string[]): Promise<string> {
  const { REDIS_PASSWORD, SENTINEL_PASSWORD } = passwords;
  const env = {
    ...redisCliEnvironment(),
    REDISCLI_AUTH: isSentinel(self) ? SENTINEL_PASSWORD : REDIS_PASSWORD,
  };
  const { stdout } = await run('redis-cli', ['-e', '-p', String(portOf(self)), ...words], { env });
  return stdout;
}

/** The server that all Sentinels that run name, once they agree. @param other than this one. */
function firstServer(other?: string): Promise<string> {
  return until('the Sentinels agree', patience, async () => {
    const asked = sentinels.filter((one) => running.has(one));
    const answers = await Promise.all(
      asked.map((one) => ask(one, 'sentinel', 'get-master-addr-by-name', group)),
    );
    const found = new Set(answers.map((answer) => answer.trim().replace('\n', ':')));
    const [agreed] = found;
    return found.size === 1 && agreed !== other && agreed;
  });
}

/** Waits until all other servers have what this one has, and the Sentinels know of all. */
async function whole(first: string): Promise<void> {
  await until(`two servers follow ${first}`, patience, async () => {
    const infos = await Promise.all(servers.map((one) => ask(one, 'info', 'replication')));
    // Not `state=online` of the first one: that comes before the others have read what they were sent.
    return infos.filter((info) => followerOf(first, info)).length === 2;
  });
  await until('each Sentinel knows the two others and two replicas', patience, async () => {
    const states = await Promise.all(sentinels.map((one) => ask(one, 'sentinel', 'master', group)));
    return states.every((state) => /num-slaves\n2\nnum-other-sentinels\n2\n/.test(state));
  });
}

/** What a pod's readiness looks at, and whom it follows. */
function followerOf(first: string, info: string): boolean {
  return info.includes('master_link_status:up') && info.includes(`master_port:${portOf(first)}\r`);
}

function portOf(address: string): number {
  return Number(address.split(':')[1]);
}

test('servers and Sentinels find whom to follow, whoever of them starts anew', async () => {
  const [first = '', second = '', third = ''] = servers;
  // All at once, as in a new cluster: nobody answers yet, so it is the first server.
  await Promise.all([...servers, ...sentinels].map(start));
  await whole(first);
  await ask(first, 'set', 'count', '40');

  // Another takes over before the first one ends, which comes back as one that follows.
  await handOver(first);
  // On a busy machine that may take longer than a pod waits for it.
  const next = await firstServer(first);
  expect([second, third]).toContain(next);
  await end(first);
  expect(await ask(next, 'role')).toMatch(/^master/);
  expect(await ask(next, 'get', 'count')).toBe('40\n');
  await start(first);
  await whole(next);

  // A new pod of a Sentinel watches the same, and is no further Sentinel to the others.
  const [sentinel = ''] = sentinels;
  await end(sentinel);
  await start(sentinel);
  expect(await firstServer()).toBe(next);
  await whole(next);

  // Without any Sentinel the servers themselves are asked, also by Sentinels that come back.
  await Promise.all(sentinels.map(end));
  const follower = servers.find((one) => one !== next && one !== first) ?? '';
  await handOver(follower);
  await end(follower);
  await start(follower);
  expect(await ask(follower, 'role')).toContain(String(portOf(next)));
  await Promise.all(sentinels.map(start));
  expect(await firstServer()).toBe(next);
  await whole(next);
}, 300_000);
