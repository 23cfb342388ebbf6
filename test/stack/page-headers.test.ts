import { globSync } from 'node:fs';
import { webRoot } from '../../infra/local/src/web-build.ts';
import { call, freshAddress } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';

const port = testStack().ingressPort;
const script = `/${globSync('assets/app-*.js', { cwd: webRoot })[0]}`;
const page = { accept: 'text/html' };

async function headersOf(path: string, headers = {}) {
  return (await call({ port, path, headers, from: freshAddress() })).headers;
}

const careful = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('screen-wake-lock=(self)'),
  'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
};

test.each([
  ['the page', '/recipes', page],
  ['the service worker', '/service-worker.js', {}],
  ['the API', '/api/recipes', {}],
  ['the API reference', '/api/docs', page],
  ['a shared page', `/shared/${'x'.repeat(43)}`, page],
])('%s says what browsers shall be careful of', async (_what, path, headers) => {
  const answer = await headersOf(path, headers);
  expect(answer).toMatchObject(careful);
  expect(answer['content-security-policy']).not.toMatch(/unsafe|\*/);
});

test('a script is taken for nothing else, and by no other site', async () => {
  expect(await headersOf(script)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('every page names a picture for its tab, which is one', async () => {
  for (const path of ['/', '/recipes', '/api/docs', `/shared/${'x'.repeat(43)}`]) {
    const { text } = await call({ port, path, headers: page, from: freshAddress() });
    const [, icon = ''] = /<link rel="icon" [^>]*href="([^"]+)"/.exec(text) ?? [];
    const answer = await call({ port, path: icon, from: freshAddress() });
    expect({ path, status: answer.status, type: answer.headers['content-type'] }).toEqual({
      path,
      status: 200,
      type: 'image/png',
    });
  }
});

test('the page and its files are kept as long as they stay true, and not longer', async () => {
  for (const path of ['/', '/service-worker.js', '/manifest.webmanifest', '/icons/192.png']) {
    expect(await headersOf(path, page)).toMatchObject({ 'cache-control': 'no-cache' });
  }
  const { 'cache-control': kept } = await headersOf(script);
  expect(kept).toBe('public, max-age=31536000, immutable');
  expect((await headersOf('/manifest.webmanifest'))['content-type']).toMatch(
    /^application\/manifest\+json/,
  );
});
