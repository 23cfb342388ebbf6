import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { startApp, type TestApp } from '../testing/app.ts';
import { frontEnd } from './static.ts';

let app: TestApp;

beforeAll(async () => {
  const root = mkdtempSync(join(tmpdir(), 'recipe-book-web-'));
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<title>Recipe Book</title>');
  writeFileSync(join(root, 'favicon.svg'), '<svg/>');
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'go()');
  app = await startApp({ WEB_ROOT: root });
}, 20_000);
afterAll(() => app.stop());

const html = 'text/html,application/xhtml+xml,*/*;q=0.8';

test.each(['/', '/index.html', '/recipes/6650f0c2a4b1d2e3f4a5b6c7', '/healthy'])(
  'a browser that opens %s gets the start page, which is not kept unasked',
  async (path) => {
    const answer = await app.request.get(path).set('Accept', html).expect(200);
    expect(answer.text).toContain('Recipe Book');
    expect(answer.headers['content-type']).toMatch('text/html');
    expect(answer.headers['cache-control']).toBe('no-cache');
  },
);

test('at one address a browser gets a page and a program a problem, and caches are told so', async () => {
  for (const [accept, status] of [
    [html, 200],
    ['application/json', 404],
  ] as const) {
    const answer = await app.request.get('/recipes').set('Accept', accept).expect(status);
    expect(answer.headers['vary']).toMatch(/\bAccept\b/);
  }
});

test('assets are kept for a year', async () => {
  const answer = await app.request.get('/assets/app-1a2b.js').expect(200);
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const other = await app.request.get('/favicon.svg').expect(200);
  expect(other.headers['cache-control']).toBe('no-cache');
});

test.each([
  ['/assets/gone.js', html],
  ['/api/nothing', html],
  ['/health/nothing', html],
  ['/.well-known/nothing', html],
  ['/nothing', 'application/json'],
  ['/..%2f..%2fpackage.json', 'application/json'],
])('%s for %s is a 404', async (path, accept) => {
  const answer = await app.request.get(path).set('Accept', accept).expect(404);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
});

test('a folder without a start page is refused at once', () => {
  expect(() => frontEnd('/nowhere', loadSettings({}))).toThrow(
    'WEB_ROOT is "/nowhere"; there is no index.html in it.',
  );
});
