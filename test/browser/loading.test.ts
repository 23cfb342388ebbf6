import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { webRoot } from '../../infra/local/src/web-build.ts';
import { leastToCompress } from '../../web/vite/compressed.ts';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { frames } from '../harness/frames.ts';
import { type FrontSite, frontSite, sendOn } from '../harness/front-site.ts';
import { noteRefusals, refusalsOf } from '../harness/refusals.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { recipePath, signIn } from '../lighthouse/pages.ts';

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
let browser: OpenBrowser;
let page: Page;
let recipe: string;
let site: FrontSite | undefined;
/** A page that a test opens beside the other. */
let watched: Page | undefined;

beforeAll(async () => {
  // The browser's own cache would hide what is loaded, and the service worker the network.
  browser = await openBrowser({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  page = await browser.context.newPage();
  await signIn(page, origin);
  recipe = await recipePath(port);
}, 60_000);

afterEach(async () => {
  await watched?.close();
  site?.close();
  watched = undefined;
  site = undefined;
});
afterAll(() => browser?.close());

/** What a page asks for until it shows. */
async function askedFor(path: string): Promise<string[]> {
  const asked: string[] = [];
  const note = (request: { method(): string; url(): string }) =>
    asked.push(`${request.method()} ${request.url().slice(origin.length)}`);
  page.on('request', note);
  await page.goto(origin + path);
  await page.getByText('Shakshuka').first().waitFor();
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  return asked;
}

test('a page that is opened by its address names all its files, and asks for data before the app runs', async () => {
  const asked = await askedFor('/recipes');
  const headers = { accept: 'text/html' };
  const html = await (await page.request.get(`${origin}/recipes`, { headers })).text();
  const first = asked.slice(0, asked.indexOf('POST /api/auth/refresh'));
  const assets = first.filter((line) => line.includes('/assets/'));
  expect(assets.length).toBeGreaterThan(5);
  for (const line of assets) expect(html).toContain(line.replace('GET ', ''));
}, 60_000);

test('a recipe that is opened by its address asks for everything once, and its text waits for no file', async () => {
  const asked = await askedFor(recipe);
  expect(asked.filter((line) => line.startsWith('POST /api/auth/refresh'))).toHaveLength(1);
  expect(asked.filter((line) => line === `GET /api${recipe}`)).toHaveLength(1);
  expect(new Set(asked).size).toBe(asked.length);
  const headers = { accept: 'text/html' };
  const html = await (await page.request.get(origin + recipe, { headers })).text();
  expect(html).toContain('Shakshuka</h1>');
  const heldBack = /<template id="rest">[\s\S]*?<\/template>/;
  expect(html.replace(heldBack, '').match(/\/assets\/[\w.-]+(?!.* disabled>)/g)).toBeNull();
  // All scripts are named too, the page's own and those of what is around it, so that none waits for another.
  const [rest = ''] = heldBack.exec(html) ?? [];
  const named = rest.match(/\/assets\/[\w.-]+\.js/g) ?? [];
  expect(named.map((path) => path.replace(/-[\w-]{8}\.js$/, '')).toSorted()).toEqual(
    [
      'app',
      'common',
      'early',
      'libraries',
      'react',
      'recipe',
      'RecipeViewPage',
      'rolldown-runtime',
      'shared',
      'signed-in',
    ]
      .map((name) => `/assets/${name}`)
      .toSorted(),
  );
  for (const path of named) expect(asked).toContain(`GET ${path}`);
}, 60_000);

test('what stands in a recipe’s page is allowed by its hash, and nothing else by more', async () => {
  const policyOf = async (path: string) => {
    const answer = await page.request.get(origin + path, { headers: { accept: 'text/html' } });
    return answer.headers()['content-security-policy'] ?? '';
  };
  const policy = await policyOf(recipe);
  const hash = / 'sha256-[\w+/]{43}='/g;
  expect(policy.match(hash)).toHaveLength(2);
  expect(policy.replaceAll(hash, '')).toBe(await policyOf('/recipes'));
});

test('a recipe’s page runs and shows all that is in it, and its policy refuses nothing', async () => {
  const opened = await page.context().newPage();
  watched = opened;
  await opened.addInitScript(noteRefusals);
  await opened.goto(origin + recipe);
  await opened.getByRole('link', { name: 'Edit' }).waitFor();
  const ran = await opened.evaluate(() => ({
    script: document.documentElement.dataset['appearance'],
    style: document.querySelector('style')?.sheet?.cssRules.length,
  }));
  expect(ran).toEqual({ script: 'system', style: expect.any(Number) });
  expect(await refusalsOf(opened)).toEqual([]);
}, 60_000);

/** Scripts for a page, before its own: they note when the first frame with all that the page holds has been painted. */
const noteWhole = `document.addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('whole'))));`;

test('nothing is asked for before a recipe can be read whole, though its beginning is', async () => {
  const asked: string[] = [];
  const rest = Promise.withResolvers<void>();
  site = await frontSite(port, async (path, answer, response) => {
    // Pictures are part of what is read; for the tab's a browser asks by itself.
    if (!/^\/(api\/images|icons)\//.test(path)) asked.push(path);
    if (path !== recipe) return sendOn(answer, response);
    const html = await text(answer);
    const half = html.indexOf('<section class="method"');
    response.writeHead(200, answer.headers).write(html.slice(0, half));
    await rest.promise;
    response.end(html.slice(half));
  });
  const opened = await page.context().newPage();
  watched = opened;
  await opened.addInitScript(noteWhole);
  const timeOf = (name: string) =>
    opened.evaluate((it) => performance.getEntriesByName(it)[0]?.startTime, name);
  await opened.goto(site.origin + recipe, { waitUntil: 'commit' });
  await until('the beginning is painted', 20, () => timeOf('first-contentful-paint'));
  await frames(opened, 10);
  expect(asked).toEqual([recipe]);
  rest.resolve();
  const begun = await until('the files have come', 20, async () => {
    const times = await opened.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ startTime }) => startTime),
    );
    return times.length > 5 && times;
  });
  expect(Math.min(...begun)).toBeGreaterThan((await timeOf('whole')) ?? Number.NaN);
}, 60_000);

test('nothing moves while a page loads', async () => {
  for (const path of ['/recipes', recipe]) {
    await page.goto(origin + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => {
      const observer = new PerformanceObserver(() => undefined);
      observer.observe({ type: 'layout-shift', buffered: true });
      const shifts = observer.takeRecords();
      return shifts.reduce((sum, entry) => sum + Reflect.get(entry, 'value'), 0);
    });
    expect(shift).toBeLessThan(0.1);
  }
}, 60_000);

test.each([
  ['en', 'Skip to'],
  ['de', 'Zum Inhalt'],
])('the frame of a page stands in its HTML, in %s', async (language, words) => {
  for (const path of ['/', '/recipes', recipe]) {
    const answer = await call({
      port,
      path,
      headers: { accept: 'text/html', 'accept-language': language },
    });
    expect(answer.text).toContain(words);
    expect(answer.text).toContain(`<html lang="${language}">`);
    // A page without a recipe in it is allowed neither.
    expect(answer.text).not.toMatch(/<style|<script>| style=| on\w+=/);
  }
});

test('a link that is likely to be followed has its page fetched and its recipe asked for', async () => {
  await page.goto(`${origin}/recipes`);
  const link = page.getByRole('link', { name: /Shakshuka/ });
  await link.waitFor();
  const answered = page.waitForResponse(`${origin}/api${recipe}`);
  await link.focus();
  await answered;
  let asked = 0;
  page.on('request', (request) => {
    if (request.url() === `${origin}/api${recipe}`) asked++;
  });
  await link.click();
  await page.getByRole('heading', { name: 'Shakshuka', level: 1 }).waitFor();
  expect(asked).toBe(0);
}, 60_000);

test('an app that cannot start says so, and offers to load it again', async () => {
  await page.route(/\/assets\/common-/, (route) => route.abort());
  await page.goto(origin);
  await page.getByText('This page could not be shown').waitFor();
  await page.unroute(/\/assets\/common-/);
  await page.getByRole('link', { name: 'Load again' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('This page could not be shown').isVisible()).toBe(false);
}, 60_000);

test('scripts and styles are kept for a year, and come as the build compressed them', async () => {
  const files = globSync('assets/*.{css,js}', { cwd: webRoot }).filter(
    (path) => statSync(join(webRoot, path)).size >= leastToCompress,
  );
  expect(files.length).toBeGreaterThan(10);
  for (const [coding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    for (const path of files) {
      const { headers } = await call({
        port,
        path: `/${path}`,
        headers: { 'accept-encoding': `${coding}, deflate` },
      });
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-encoding': coding,
        'content-length': String(statSync(join(webRoot, path + ending)).size),
      });
    }
  }
  const { headers } = await call({ port, path: '/', headers: { accept: 'text/html' } });
  expect(headers['cache-control']).toBe('no-cache');
  expect(readFileSync(join(webRoot, 'index.html'), 'utf8')).toContain(
    files.find((path) => /app-.*css/.test(path)),
  );
}, 60_000);
