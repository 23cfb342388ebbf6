import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser } from '../harness/users.ts';
import { root } from '../src/root.ts';

const stack = testStack();
const port = stack.ingressPort;

describe('the ingress', () => {
  test('compresses JSON above 1 KB, and nothing below', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const large = await call({ port, path: '/api/openapi.json', headers, from: freshAddress() });
    expect(large.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    const small = await call({ port, path: '/health/live', headers });
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  test('answers probes as they are specified', async () => {
    const live = await call({ port, path: '/health/live' });
    expect(live.json).toEqual({
      status: 'ok',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/),
      uptime: expect.any(Number),
      version: '2.1.5',
    });
    const ready = await call({ port, path: '/health/ready' });
    expect(ready.json).toEqual({
      status: 'ok',
      timestamp: expect.any(String),
      checks: { database: 'ok', redis: 'ok' },
    });
    expect((await call({ port, path: '/health' })).json).toMatchObject({
      status: 'ok',
      checks: { database: 'ok' },
    });
    expect((await call({ port, path: '/health/startup' })).status).toBe(200);
  });

  test('does not send again what a client already has, compressed or not', async () => {
    const { token } = await registerUser(port);
    for (let count = 0; count < 10; count++) {
      const body = { title: `Soup ${count}`, description: 'Warm. '.repeat(50) };
      const made = await call({ port, path: '/api/recipes', method: 'POST', token, body });
      expect(made.status).toBe(201);
    }
    const { items } = (await call({ port, path: '/api/recipes', token })).json;
    const paths = ['/api/recipes', `/api/recipes/${items[0].id}`, '/api/openapi.json'];
    for (const path of paths) {
      for (const encoding of ['gzip', 'identity']) {
        const headers = { 'accept-encoding': encoding };
        const first = await call({ port, path, token, headers });
        const known = { ...headers, 'if-none-match': first.headers.etag };
        const again = await call({ port, path, token, headers: known });
        expect({ path, encoding, status: again.status, text: again.text }).toEqual({
          path,
          encoding,
          status: 304,
          text: '',
        });
        expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      }
    }
    const gzip = { 'accept-encoding': 'gzip' };
    expect(
      (await call({ port, path: '/api/recipes', token, headers: gzip })).headers,
    ).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringMatching(/accept-encoding/i),
    });
  });

  test('has its own problems kept by nobody', async () => {
    const headers = { 'x-large': 'x'.repeat(100_000) };
    const answer = await call({ port, path: '/api/openapi.json', headers, from: freshAddress() });
    expect(answer.status).toBe(431);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('tells nothing of what runs behind it', async () => {
    const { headers } = await call({ port, path: '/api/openapi.json', from: freshAddress() });
    expect(
      Object.keys(headers).filter((name) => /^(server|x-powered-by|x-envoy-.*)$/.test(name)),
    ).toEqual([]);
  });

  test('keeps its admin interface on loopback', async () => {
    const { status } = await call({ port: port + 1, path: '/ready' });
    expect(status).toBe(200);
    const { text } = await call({ port: port + 1, path: '/listeners?format=json' });
    expect(text).toContain('127.0.0.1');
  });

  test('serves the front end: pages fresh, hashed assets for a year', async () => {
    const page = await call({ port, path: '/recipes', headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toMatch(/no-cache/);
    const asset = /\/assets\/[^"]+\.js/.exec(page.text)?.[0] ?? '';
    const script = await call({ port, path: asset, headers: { 'accept-encoding': 'gzip' } });
    expect(script.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
    });
    const plain = await call({ port, path: asset });
    expect(plain.text).not.toContain('jsxDEV');
    expect(plain.text).not.toContain(root);
    expect(
      (await call({ port, path: '/assets/none.js', headers: { accept: 'text/html' } })).status,
    ).toBe(404);
  });

  test('takes every header that it lets through', async () => {
    const headers = { 'x-large': 'x'.repeat(25_000) };
    const answer = await call({ port, path: '/api/openapi.json', headers, from: freshAddress() });
    expect(answer.status).toBe(200);
  });

  test('lets nobody end Envoy through its admin interface', async () => {
    const { status } = await call({ port: port + 1, path: '/quitquitquit', method: 'POST' });
    expect(status).toBe(403);
  });

  test('keeps two users apart', async () => {
    const [one, two] = [await registerUser(port), await registerUser(port)];
    const body = { title: 'Secret sauce', ingredients: [{ name: 'secret' }], steps: ['Stir.'] };
    const made = await call({ port, path: '/api/recipes', method: 'POST', token: one.token, body });
    expect(made.status).toBe(201);
    const path = `/api/recipes/${made.json.id}`;
    for (const request of [
      { path },
      { path, method: 'PUT', body },
      { path, method: 'PATCH', body: { title: 'Mine' } },
      { path, method: 'DELETE' },
    ]) {
      expect((await call({ port, token: two.token, ...request })).status).toBe(404);
    }
    expect((await call({ port, path, token: one.token })).json.title).toBe('Secret sauce');
  });
});
