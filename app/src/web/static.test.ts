import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { loadSettings } from '@recipe-book/settings';
import { startApp, type TestApp } from '../testing/app.ts';
import { frontEnd } from './static.ts';

const root = mkdtempSync(join(tmpdir(), 'recipe-book-web-'));
let app: TestApp;

const built = {
  languages: ['en', 'de'],
  addresses: [
    { pattern: '/', page: 'welcome' },
    { pattern: '/recipes/:id', page: 'recipe' },
  ],
};

beforeAll(async () => {
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<title>Recipe Book</title>');
  writeFileSync(join(root, 'favicon.svg'), '<svg/>');
  writeFileSync(join(root, 'assets', 'app-1a2b.js'), 'go()');
  writeFileSync(join(root, 'assets', 'app-1a2b.js.br'), brotliCompressSync('go()'));
  writeFileSync(join(root, 'assets', 'app-1a2b.js.gz'), gzipSync('go()'));
  writeFileSync(join(root, 'pages.json'), JSON.stringify(built));
  for (const language of built.languages) {
    const folder = join(root, 'pages', language);
    mkdirSync(folder, { recursive: true });
    for (const page of ['other', 'recipe', 'welcome']) {
      writeFileSync(join(folder, `${page}.html`), `<title>Recipe Book</title>${language} ${page}`);
    }
  }
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

test.each([
  ['/', 'en', 'en welcome'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7', 'de-AT, de;q=0.9, en;q=0.8', 'de recipe'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7/gone', 'de', 'de other'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7', 'fr, *;q=0.1', 'en recipe'],
  ['/', 'fr', 'en welcome'],
])('%s for a reader of %s is the page built for it', async (path, languages, expected) => {
  const headers = { Accept: html, 'Accept-Language': languages };
  const answer = await app.request.get(path).set(headers).expect(200);
  expect(answer.text).toContain(expected);
  expect(answer.headers['vary']).toMatch(/Accept-Language/);
});

test.each([
  ['language=de', 'de welcome'],
  ['a=b; language=de', 'de welcome'],
  ['language=fr', 'en welcome'],
  ['language=..%2Fde', 'en welcome'],
  ['language=', 'en welcome'],
])('who reads English and has the cookie "%s" gets %s', async (cookie, expected) => {
  const headers = { Accept: html, 'Accept-Language': 'en', Cookie: cookie };
  const answer = await app.request.get('/').set(headers).expect(200);
  expect(answer.text).toContain(expected);
  expect(answer.headers['vary']).toMatch(/\bCookie\b/);
});

test('a program that asks for the site itself gets it', async () => {
  const answer = await app.request.get('/').set('Accept', '*/*').expect(200);
  expect(answer.headers['content-type']).toMatch('text/html');
});

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
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, identity', undefined],
  ['', undefined],
])('to who takes "%s" a script goes as %s', async (accepted, coding) => {
  const answer = await app.request
    .get('/assets/app-1a2b.js')
    .set('Accept-Encoding', accepted)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    })
    .expect(200);
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers['content-type']).toMatch('text/javascript');
  expect(answer.headers['cache-control']).toMatch('immutable');
  expect(answer.headers['vary']).toBe('Accept-Encoding');
  // supertest unpacks it.
  expect(String(answer.body)).toBe('go()');
});

test('an asset that a client has in the same coding is not sent again', async () => {
  const get = (coding: string, tag = '') =>
    app.request
      .get('/assets/app-1a2b.js')
      .set({ 'Accept-Encoding': coding, ...(tag && { 'If-None-Match': tag }) });
  const { etag = '' } = (await get('gzip').expect(200)).headers;
  const unchanged = await get('gzip', etag).expect(304);
  expect(unchanged.headers).not.toHaveProperty('content-encoding');
  await get('identity', etag).expect(200);
});

test('whoever asks about an asset is told its length', async () => {
  const answer = await app.request
    .head('/assets/app-1a2b.js')
    .set('Accept-Encoding', 'identity')
    .expect(200);
  expect(answer.headers['content-length']).toBe('4');
});

test('nothing can be sent to an asset', async () => {
  await app.request.post('/assets/app-1a2b.js').expect(404);
});

test('a file that comes with a later build is sent too', async () => {
  writeFileSync(join(root, 'assets', 'app-3c4d.js'), 'stay()');
  const answer = await app.request.get('/assets/app-3c4d.js').expect(200);
  expect(answer.text).toBe('stay()');
  expect(answer.headers['cache-control']).toMatch('immutable');
});

test('a file that the build has not compressed goes as it is', async () => {
  const answer = await app.request.get('/favicon.svg').set('Accept-Encoding', 'br').expect(200);
  expect(answer.headers['content-encoding']).toBeUndefined();
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
