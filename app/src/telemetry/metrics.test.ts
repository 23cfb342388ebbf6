import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReceivedMetric } from '../testing/otlp-schema.ts';
import { startTracedApp, type TracedApp } from '../testing/traced-app.ts';

/** Requests for what is nowhere, each with a path and a browser of its own. */
const oddRequests = 10_000;

/** More often than the probes of the test itself. */
const askedForHealth = 500;

const webRoot = mkdtempSync(join(tmpdir(), 'recipe-book-web-'));
let traced: TracedApp;

beforeAll(async () => {
  writeFileSync(join(webRoot, 'index.html'), '<p>Recipe Book</p>');
  traced = await startTracedApp({ WEB_ROOT: webRoot });
  await traced.send('GET', '/api/recipes');
  await traced.send('GET', '/api/recipes');
  await traced.send('PATCH', '/api/recipes');
  // Whoever follows the list at another instance is told through Redis.
  const list = await traced.send('POST', '/api/shopping-lists', { name: 'Shop' });
  const { id } = z.object({ id: z.string() }).parse(await list.json());
  await traced.send('POST', `/api/shopping-lists/${id}/items`, { items: [{ name: 'salt' }] });
  for (let count = 0; count < askedForHealth; count++) await fetch(`${traced.app.url}/health`);
  await askOddly();
  await traced.end();
}, 120_000);
afterAll(async () => {
  await traced.stop();
  rmSync(webRoot, { recursive: true });
});

/** Whatever paths there are: below routes, beside them, and with methods that hardly anybody knows. */
async function askOddly(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const places = ['/', '/api/', '/api/recipes/', '/api/shared/', '/assets/', '/.well-known/'];
  const methods = ['GET', 'GET', 'POST', 'PURGE', 'M-SEARCH'];
  const url = new URL(traced.app.url);
  const ask = (index: number) =>
    new Promise<void>((resolve, reject) => {
      const path = `${places[index % places.length]}odd-${index}`;
      const method = methods[index % methods.length];
      const accept = index % 2 === 0 ? 'text/html' : 'application/json';
      const headers = { accept, 'user-agent': `Browser/${index}` };
      get({ agent, port: url.port, host: url.hostname, path, method, headers }, (response) => {
        response.resume().once('end', resolve);
      }).once('error', reject);
    });
  const lanes = Array.from({ length: 16 }, async (_, lane) => {
    for (let index = lane; index < oddRequests; index += 16) await ask(index);
  });
  await Promise.all(lanes);
  agent.destroy();
}

/** The last that was sent; each tells of all since the start. */
function points(name: string, scope?: string): ReceivedMetric['points'] {
  const found = traced.receiver.metrics.findLast(
    (metric) => metric.name === name && (scope === undefined || metric.scope === scope),
  );
  return found?.points ?? [];
}

describe('the metrics of requests', () => {
  const duration = () => points('http.server.request.duration');

  test('tell how long they take, by route and status', () => {
    expect(duration()).toContainEqual({
      value: 2,
      bounds: expect.arrayContaining([0.05, 0.15, 0.5]),
      attributes: {
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'http.route': '/api/recipes',
        'network.protocol.version': '1.1',
        'url.scheme': 'http',
      },
    });
  });

  test('have few series, whatever is asked for', () => {
    expect(duration().reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(oddRequests);
    expect(duration().length).toBeLessThan(40);
    const all = traced.receiver.metrics.map(({ name }) => points(name).length);
    expect(Math.max(...all)).toBeLessThan(40);
    expect(JSON.stringify(traced.receiver.metrics)).not.toMatch(/odd-|Browser|PURGE/);
  });

  test('tell how many are being served', () => {
    expect(points('http.server.active_requests')).toMatchObject([{ value: 0 }]);
  });
});

describe('what is counted by a label', () => {
  const counts = (name: string, label: string) =>
    Object.fromEntries(points(name).map(({ attributes, value }) => [attributes[label], value]));

  test('begins at zero, so that the first of what is rare is an increase', () => {
    const events = counts('recipe_book.events', 'event.name');
    expect(events).toMatchObject({ 'user.registered': 1, 'shopping_list.created': 1 });
    expect(events).toMatchObject({ 'recipe.import_failed': 0, 'session.reused': 0 });
    expect(counts('recipe_book.cache.reads', 'result')).toMatchObject({ error: 0 });
    expect(counts('recipe_book.readiness.probes', 'status')).toMatchObject({ unavailable: 0 });
  });

  test('are readiness probes, and not what anybody asks at /health', () => {
    const probes = counts('recipe_book.readiness.probes', 'status');
    expect(
      Object.values(probes).reduce<number>((sum, value) => sum + Number(value), 0),
    ).toBeLessThan(askedForHealth);
  });
});

test('commands to Redis are measured by what they do', () => {
  const found = points('db.client.operation.duration', 'node-redis');
  expect(found).toContainEqual({
    value: expect.any(Number),
    bounds: expect.arrayContaining([0.001, 0.05]),
    attributes: { 'db.system.name': 'redis', 'db.operation.name': 'PUBLISH' },
  });
  expect(JSON.stringify(found)).not.toContain('PING');
});

test('the process tells what it takes', () => {
  expect(points('process.cpu.time').map(({ attributes }) => attributes['cpu.mode'])).toEqual([
    'user',
    'system',
  ]);
  const [memory] = points('process.memory.usage');
  expect(memory?.value).toBeGreaterThan(20_000_000);
});

test('the runtime is measured', () => {
  expect(traced.receiver.metrics.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'nodejs.eventloop.utilization',
      'v8js.gc.duration',
      'v8js.memory.heap.used',
    ]),
  );
});

describe('the metrics of the database', () => {
  test('tell how long queries take, by what they do and to which collection', () => {
    expect(points('db.client.operation.duration', 'recipe-book')).toContainEqual({
      value: expect.any(Number),
      bounds: expect.arrayContaining([0.005, 0.1]),
      attributes: {
        'db.system.name': 'mongodb',
        'db.namespace': expect.any(String),
        'db.operation.name': 'find',
        'db.collection.name': 'recipes',
      },
    });
  });

  test('tell how the connections are used', () => {
    const pool = expect.stringMatching(/^127\.0\.0\.1:\d+$/);
    const label = { 'db.client.connection.pool.name': pool };
    expect(points('db.client.connection.pending_requests')).toMatchObject([
      { value: 0, attributes: label },
    ]);
    expect(points('db.client.connection.wait_time')[0]?.value).toBeGreaterThan(0);
    expect(points('db.client.connection.use_time')[0]?.value).toBeGreaterThan(0);
    const states = points('db.client.connection.count').map(
      ({ attributes }) => attributes['db.client.connection.state'],
    );
    expect(states.sort()).toEqual(['idle', 'used']);
  });
});
