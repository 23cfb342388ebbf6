import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilWindowHasRoom } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import { type LimitedEdge, startLimitedEdge } from '../testing/limited-edge.ts';
import { testTokens } from '../testing/tokens.ts';

const tokens = testTokens();
const policy = (requests: number): Policy => ({
  name: 'all',
  client: { by: 'address' },
  scope: { paths: ['/api/**'] },
  requests,
  windowSeconds: 900,
});
/** Never reached; its number tells which policies hold. */
const marker = (requests: number): Policy => ({
  ...policy(requests),
  name: 'marker',
  client: { by: 'everyone' },
  scope: { paths: ['/marker'] },
});

/** Sends without a break until the work is done. @returns how often each status came. */
async function during(
  edge: LimitedEdge,
  work: () => Promise<void>,
): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  let isDone = false;
  const sender = async () => {
    while (!isDone) {
      const { status } = await edge.send({ path: '/marker', address: '203.0.113.1' });
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  const senders = [sender(), sender(), sender(), sender()];
  await work().finally(() => {
    isDone = true;
  });
  await Promise.all(senders);
  return counts;
}

async function untilLimitIs(edge: LimitedEdge, limit: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; ) {
    const { headers } = await edge.send({ path: '/marker', address: '203.0.113.2' });
    if (headers['x-ratelimit-limit'] === String(limit)) return;
  }
  throw new Error(`Not within 20 s: the limit is ${limit}.`);
}

async function left(edge: LimitedEdge): Promise<string> {
  const { status, headers } = await edge.send({ path: '/api/x', address: '192.0.2.1' });
  return `${status} ${headers['x-ratelimit-limit']} ${headers['x-ratelimit-remaining']}`;
}

test('limits change under traffic: no request is lost, and what was counted stays counted', async () => {
  await untilWindowHasRoom(900, 20);
  const edge = await startLimitedEdge([policy(5), marker(1_000_000)], tokens);
  try {
    await untilLimitIs(edge, 1_000_000);
    expect([await left(edge), await left(edge)]).toEqual(['200 5 4', '200 5 3']);
    const counts = await during(edge, async () => {
      for (const limit of [2_000_000, 3_000_000, 4_000_000]) {
        edge.change([policy(10), marker(limit)]);
        await untilLimitIs(edge, limit);
      }
    });
    expect(Object.keys(counts)).toEqual(['200']);
    expect(await left(edge)).toBe('200 10 7');
    edge.change([policy(2), marker(5_000_000)]);
    await untilLimitIs(edge, 5_000_000);
    expect(await left(edge)).toBe('429 2 0');
  } finally {
    await edge.stop();
  }
}, 90_000);

/** Folders as the kubelet fills them: a link to a link, which is moved to other data. */
class MountedConfigMap {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  put(name: string, content: string): void {
    mkdirSync(this.folder, { recursive: true });
    const data = mkdtempSync(join(this.folder, '..data-'));
    writeFileSync(join(data, name), content);
    rmSync(join(this.folder, '..tmp'), { force: true });
    symlinkSync(data, join(this.folder, '..tmp'));
    renameSync(join(this.folder, '..tmp'), join(this.folder, '..data'));
    rmSync(join(this.folder, name), { force: true });
    symlinkSync(join('..data', name), join(this.folder, name));
  }
}

test('limits change when a mounted ConfigMap does', async () => {
  await untilWindowHasRoom(900, 20);
  const put = (folder: string, name: string, content: unknown) =>
    new MountedConfigMap(folder).put(name, JSON.stringify(content));
  const edge = await startLimitedEdge([policy(5), marker(1_000_000)], tokens, { put });
  try {
    await untilLimitIs(edge, 1_000_000);
    edge.change([policy(5), marker(2_000_000)]);
    await untilLimitIs(edge, 2_000_000);
    expect(await left(edge)).toBe('200 5 4');
  } finally {
    await edge.stop();
  }
}, 90_000);

test('routes that Envoy cannot take leave the old ones in place', async () => {
  await untilWindowHasRoom(900, 20);
  const put = (folder: string, name: string, content: unknown) => {
    const beside = join(folder, '..', `.${name}`);
    const isBroken = name === 'routes.json' && JSON.stringify(content).includes('broken');
    writeFileSync(beside, isBroken ? '{ "resources": [{' : JSON.stringify(content));
    renameSync(beside, join(folder, name));
  };
  const edge = await startLimitedEdge([policy(5), marker(1_000_000)], tokens, { put });
  try {
    await untilLimitIs(edge, 1_000_000);
    edge.change([{ ...policy(5), name: 'broken' }, policy(5), marker(2_000_000)]);
    await untilLimitIs(edge, 2_000_000);
    expect(await left(edge)).toBe('200 5 4');
  } finally {
    await edge.stop();
  }
}, 90_000);
