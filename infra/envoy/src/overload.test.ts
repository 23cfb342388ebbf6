import { renameSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@recipe-book/test/until';
import { extension, type JsonObject } from './json.ts';
import { type Edge, startEdge } from './testing/edge.ts';
import { get } from './testing/get.ts';
import { openHttp2, send } from './testing/http2-client.ts';
import { raw } from './testing/raw.ts';

const monitors = 'envoy.extensions.resource_monitors';
const heapName = 'envoy.resource_monitors.fixed_heap';

/** Puts a file in the place of the heap, which says how full it is. What follows from it stays. */
function heapFromFile(bootstrap: JsonObject, file: string): JsonObject {
  const manager = bootstrap['overload_manager'] as JsonObject & { resource_monitors: JsonObject[] };
  const type = `${monitors}.injected_resource.v3.InjectedResourceConfig`;
  const injected = extension(heapName, type, { filename: file });
  const resource_monitors = manager.resource_monitors.map((monitor) =>
    monitor['name'] === heapName ? injected : monitor,
  );
  return { ...bootstrap, overload_manager: { ...manager, resource_monitors } };
}

describe('when memory runs short', () => {
  let edge: Edge;
  let heap: string;
  beforeAll(async () => {
    edge = await startEdge(
      {},
      {
        change: (bootstrap, folder) => {
          heap = join(folder, 'heap');
          writeFileSync(heap, '0');
          return heapFromFile(bootstrap, heap);
        },
      },
    );
  });
  afterAll(() => edge.stop());

  /** Says how full the heap is and waits until Envoy knows. */
  async function fill(share: number): Promise<void> {
    writeFileSync(`${heap}.new`, String(share));
    renameSync(`${heap}.new`, heap);
    const percent = Math.floor(share * 100);
    await until('Envoy knows', 10, async () => {
      return (await edge.stat(`overload.${heapName}.pressure`)) === percent;
    });
  }

  const live = async () => (await get(edge.probesPort, '/health/live')).status;

  test('below 80 % everything is as always', async () => {
    await fill(0.79);
    expect(await get(edge.port, '/x')).toMatchObject({ status: 200, text: 'ok' });
  });

  test('from 85 % on clients are asked to leave, and idle ones have little time', async () => {
    const idle = raw(edge.port);
    const agent = new Agent({ keepAlive: true });
    await fill(0.79);
    expect((await get(edge.port, '/x', { agent })).headers.connection).not.toBe('close');
    await fill(0.89);
    const { status, headers } = await get(edge.port, '/x', { agent });
    expect([status, headers.connection]).toEqual([200, 'close']);
    agent.destroy();
    await fill(0.9);
    // In good times it would have five minutes.
    await idle.closed;
  });

  test('at 95 % an HTTP/2 request that holds megabytes is ended', async () => {
    await fill(0);
    await edge.app.goAway();
    const session = openHttp2(`http://127.0.0.1:${edge.port}`);
    const path = '/api/recipes/0123456789abcdef01234567/image';
    const waiting = send(session, { ':method': 'POST', ':path': path }, Buffer.alloc(5_000_000));
    const ended = expect(waiting).rejects.toThrow();
    await until('it waits', 10, async () => (await edge.stat('cluster.app.upstream_rq_retry')) > 0);
    await fill(0.95);
    await ended;
    session.destroy();
    await edge.app.comeBack();
  });

  test('from 90 % on new requests are told to come again, and the app’s probes are answered', async () => {
    await fill(0.91);
    const before = edge.app.seen.length;
    const { status, headers, text } = await get(edge.port, '/x');
    expect(status).toBe(503);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '5',
      'cache-control': 'no-store',
    });
    expect(JSON.parse(text)).toMatchObject({
      status: 503,
      detail: expect.stringContaining('busy'),
      requestId: headers['x-request-id'],
    });
    expect(edge.app.seen).toHaveLength(before);
    expect(await live()).toBe(200);
  });

  test('from 98 % on no connection is taken, and the app’s probes are answered still', async () => {
    await fill(0.99);
    await expect(get(edge.port, '/x')).rejects.toThrow();
    expect(await live()).toBe(200);
  });

  test('it serves again when it is over', async () => {
    await fill(0.5);
    expect((await get(edge.port, '/x')).status).toBe(200);
  });
});

test('bodies that wait for the app fill no more memory than is allowed, and it serves again', async () => {
  const edge = await startEdge({ ENVOY_MEMORY_LIMIT: '64m' });
  try {
    await edge.app.goAway();
    const body = Buffer.alloc(1024 * 1024);
    const headers = { 'content-length': body.length };
    const post = async () => {
      const { status } = await get(edge.port, '/x', { method: 'POST', headers }, body);
      return status;
    };
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, edge.memory());
    }, 20);
    const posts: Promise<number | string>[] = [];
    // One after the other, however late this program is: Envoy looks at its memory every 0.1 s.
    const sendAll = async () => {
      for (let sent = 0; sent < 120; sent++) {
        posts.push(post().catch(() => 'closed'));
        await pause(25);
      }
    };
    const sending = sendAll();
    await until('some are refused', 30, () =>
      edge.stat('http.ingress.downstream_rq_overload_close'),
    );
    await edge.app.comeBack();
    await sending;
    const outcomes = await Promise.all(posts);
    clearInterval(watch);
    // On a busy machine the memory may pass 98 % for a moment, and then connections are closed.
    expect(new Set(outcomes.filter((one) => one !== 'closed'))).toEqual(new Set([200, 503]));
    expect(most).toBeLessThan(64 * 1024 * 1024);
    expect((await get(edge.port, '/x')).status).toBe(200);
  } finally {
    await edge.stop();
  }
}, 60_000);
