import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedMongodbUri, webRoot } from '@recipe-book/local';
import { uploadSourceMaps } from '@recipe-book/sentry';
import { loadSettings } from '@recipe-book/settings';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { Database } from '../../app/src/database/connection.ts';
import { createLogger } from '../../app/src/logging/logger.ts';
import { version } from '../../app/src/version.ts';
import { type Bugsink, startBugsink } from '../harness/bugsink.ts';
import { chromiumPath } from '../harness/chromium.ts';
import { call, freshAddress, repeat, statuses } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { testStack } from '../harness/stack.ts';
import { until, untilWindowHasRoom } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { root } from '../src/root.ts';

const environment = 'lab';
let bugsink: Bugsink;
let stack: OwnStack;
let user: TestUser;
let browser: Browser;

beforeAll(async () => {
  [bugsink, browser] = await Promise.all([
    startBugsink(),
    chromium.launch({
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    }),
  ]);
  const { dsn, url, token } = bugsink;
  stack = await ownStack({
    SENTRY_ENABLED: 'true',
    SENTRY_DSN: dsn,
    SENTRY_ENVIRONMENT: environment,
  });
  const files = { built: webRoot, maps: join(webRoot, '../source-maps') };
  const names = { org: 'any', project: 'recipe-book', release: version };
  await uploadSourceMaps(files, { url, token, ...names });
  user = await registerUser(stack.port);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  stack?.stop();
  await bugsink?.stop();
}, 60_000);

/** Where a line of the source is, as stacks name it. */
function place(file: string, text: string): string {
  const line = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .findIndex((one) => one.includes(text));
  expect(line).toBeGreaterThan(0);
  return `${file}:${line + 1}`;
}

function reported(what: RegExp) {
  return until(`Bugsink has an error like ${what}`, 60, async () =>
    (await bugsink.events()).find(({ stacktrace }) => what.test(stacktrace)),
  );
}

/** Makes a recipe that the server stumbles over, as nobody can by the API. */
async function damagedRecipe(): Promise<string> {
  const title = randomUUID();
  const { json } = await call({
    port: stack.port,
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    body: { title, servings: 2 },
  });
  const settings = loadSettings({ LOG_LEVEL: 'error', DB_CONNECTION_POOL_MIN: '0' });
  const logger = createLogger(settings, process.stderr);
  const database = new Database(embeddedMongodbUri(stack.port), settings, logger);
  await database.connect();
  await database.connection
    .collection('recipes')
    .updateOne({ title }, { $set: { ingredients: 1 } });
  await database.close();
  return json.id;
}

test('an error of the server arrives, with its place in the source and nothing secret', async () => {
  const id = await damagedRecipe();
  const answer = await call({
    port: stack.port,
    path: `/api/recipes/${id}?servings=4&code=q-s3cret`,
    token: user.token,
    headers: { cookie: 'session=c00kie-s3cret', 'x-api-key': 'k3y-s3cret' },
  });
  expect(answer.status).toBe(500);
  const { data, stacktrace } = await reported(/ingredients\.map/);
  expect(data).toMatchObject({
    platform: 'node',
    release: version,
    environment,
    user: { id: user.id },
    tags: {
      'request.id': answer.headers['x-request-id'],
      'trace.id': answer.headers['x-trace-id'],
    },
  });
  expect(stacktrace).toContain(place('app/src/recipes/scale.ts', 'recipe.ingredients.map'));
  expect(bugsink.holds(user.id)).toBe(true);
  for (const secret of ['s3cret', user.token, user.email, root]) {
    expect(`${secret}: ${bugsink.holds(secret)}`).toBe(`${secret}: false`);
  }
}, 60_000);

/** A browser of its own, and what it asks for. */
async function visit() {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  return { context, page, asked, refused };
}

const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiI2NjUwIn0.c2lnbmF0dXJl';
const ofSentry = (path: string) => /\/assets\/sentry-|error-reports/.test(path);

/** Fails outside of React, as a handler may. */
const throwLater = `setTimeout(() => { throw new Error('late Bearer ${jwt} of ada@example.com') })`;

test('an error of a page arrives, with its place in the source and nothing secret', async () => {
  const { context, page, asked, refused } = await visit();
  // What the API never says.
  await page.route('**/api/recipes?*', (route) => route.fulfill({ json: { items: null } }));
  await page.goto(`http://localhost:${stack.port}/recipes?q=q-s3cret`);
  expect(asked.filter(ofSentry)).toEqual([]);
  await page.getByLabel('Email').fill(user.email);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
  const { data, stacktrace } = await reported(/reading 'id'/);
  expect(data).toMatchObject({
    platform: 'javascript',
    release: version,
    environment,
    user: { id: user.id },
  });
  const source = 'src/recipes/list/RecipeGrid.tsx';
  expect(stacktrace).toContain(place(`web/${source}`, 'one.id, one').replace('web/', ''));

  await page.evaluate(throwLater);
  expect((await reported(/^late/m)).data['user']).toEqual({ id: user.id });
  expect(asked.filter(ofSentry)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\/assets\/sentry-/), '/error-reports']),
  );
  expect(refused).toEqual([]);
  for (const secret of [
    's3cret',
    jwt,
    'ada@example.com',
    user.email,
    user.password,
    'HeadlessChrome',
  ]) {
    expect(`${secret}: ${bugsink.holds(secret)}`).toBe(`${secret}: false`);
  }
  await context.close();
}, 60_000);

test.each([
  ['while reports are off', () => testStack().ingressPort, ''],
  ['for visitors who do not want to be followed', () => stack.port, 'globalPrivacyControl'],
])(
  'nothing of Sentry is loaded %s',
  async (_when, port, wish) => {
    const { context, page, asked } = await visit();
    if (wish)
      await page.addInitScript(`Object.defineProperty(navigator, '${wish}', { value: true })`);
    await page.goto(`http://localhost:${port()}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(throwLater);
    await thrown;
    // Settings and chunk would be asked for one after the other; so are these, and later.
    for (let round = 0; round < 2; round++) {
      await page.evaluate(`fetch('/web-settings.json').then((answer) => answer.text())`);
    }
    expect(asked.filter(ofSentry)).toEqual([]);
    await context.close();
  },
  60_000,
);

test('who reports without end is refused, and others are not', async () => {
  await untilWindowHasRoom(60, 10);
  const from = freshAddress();
  const report = (address: string) =>
    call({ port: stack.port, path: '/error-reports', method: 'POST', body: {}, from: address });
  const answers = await repeat(50, 2, () => report(from));
  const { 400: passed = 0, 429: refused = 0 } = statuses(answers);
  expect(passed + refused).toBe(50);
  // A busy limiter lets some pass uncounted.
  expect(passed).toBeGreaterThanOrEqual(20);
  expect(refused).toBeGreaterThan(0);
  expect((await report(freshAddress())).status).toBe(400);
}, 60_000);

test('no source map is served', async () => {
  const page = await call({ port: stack.port, path: '/', headers: { accept: 'text/html' } });
  const [script = ''] = /\/assets\/app-[^"]+\.js/.exec(page.text) ?? [];
  const get = (path: string) => call({ port: stack.port, path, from: freshAddress() });
  const { status, text } = await get(script);
  expect(status).toBe(200);
  expect(text).not.toContain('sourceMappingURL');
  expect((await get(`${script}.map`)).status).toBe(404);
});
