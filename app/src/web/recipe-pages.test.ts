import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSetCookie } from 'cookie';
import { startApp, type TestApp } from '../testing/app.ts';
import { eventually } from '../testing/app-process.ts';
import { CommandRecorder } from '../testing/samples/commands.ts';
import { RecipePages } from './recipe-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'recipe-pages-'));
const html = 'text/html,application/xhtml+xml,*/*;q=0.8';
/** It lets run what stands in a page with a recipe, by hashes that the build knows. */
const policy = "script-src 'self' 'sha256-abc='";
let app: TestApp;
let recorder: CommandRecorder;

beforeAll(async () => {
  const folder = join(root, 'pages/en');
  mkdirSync(join(root, 'pages/de'), { recursive: true });
  writeFileSync(join(root, 'pages/de/recipeView.mustache'), '{{title}}');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Recipe Book</title>');
  const addresses = [{ pattern: '/recipes/:id', page: 'recipeView' }];
  writeFileSync(join(root, 'pages.json'), JSON.stringify({ languages: ['en', 'de'], addresses }));
  writeFileSync(join(root, 'pages/recipeView.policy'), policy);
  writeFileSync(join(folder, 'recipeView.html'), 'the frame');
  writeFileSync(
    join(folder, 'recipeView.mustache'),
    [
      '<h1>{{title}}</h1>',
      '{{#groups}}{{#lines}}<li>{{amount}}|{{ingredient}}|{{note}}</li>{{/lines}}{{/groups}}',
      '{{#steps}}<p>{{#parts}}{{text}}{{#time}}<b>{{time}}</b>{{/time}}{{/parts}}</p>{{/steps}}',
    ].join(''),
  );
  app = await startApp({ WEB_ROOT: root });
  recorder = new CommandRecorder(app);
}, 20_000);
afterAll(async () => {
  await app.stop();
  rmSync(root, { recursive: true });
});

/** Somebody's browser: what it keeps, and a recipe of theirs. */
async function reader(email: string) {
  const credentials = { email, password: 'correct horse battery staple' };
  const answer = await app.request
    .post('/api/auth/register')
    .send({ ...credentials, name: 'Ada' })
    .expect(201);
  const headers = answer.headers['set-cookie'] as unknown as string[];
  const cookies = headers.map((value) => parseSetCookie(value));
  const [refresh = '', page = ''] = cookies.map(({ name, value }) => `${name}=${value}`);
  const signedIn = { 'x-jwt-payload': payloadOf(answer.body.accessToken) };
  const recipe = await app.request
    .post('/api/recipes')
    .set(signedIn)
    .send({
      title: 'Soup <of> {{the}} day',
      ingredients: [{ name: 'water', quantity: 1.5, unit: 'l', note: 'cold' }, { name: 'salt' }],
      steps: ['Boil for 10 minutes, rest for 1 h.'],
    })
    .expect(201);
  return { cookies, refresh, page, signedIn, path: `/recipes/${recipe.body.id}` };
}

function payloadOf(token: string): string {
  return token.split('.')[1] ?? '';
}

async function open(path: string, Cookie = '') {
  const { text, headers } = await app.request.get(path).set({ Accept: html, Cookie }).expect(200);
  return { text, kept: headers['cache-control'], policy: headers['content-security-policy'] };
}

test('a recipe can be read in the page itself, by whom it belongs to', async () => {
  const ada = await reader('ada@example.com');
  const text = [
    '<h1>Soup &lt;of&gt; {{the}} day</h1>',
    '<li>1½ l|water|cold</li><li>|salt|</li>',
    '<p>Boil for <b>10 minutes</b>, rest for <b>1 h</b>.</p>',
  ].join('');
  expect(await open(ada.path, ada.page)).toEqual({ text, kept: 'no-store', policy });
});

test('a build that is made meanwhile does not come with the policy of the one before', async () => {
  const { path, page } = await reader('niaj@example.com');
  // Nobody has asked for it in this language yet.
  writeFileSync(join(root, 'pages/de/recipeView.mustache'), 'another build');
  writeFileSync(join(root, 'pages/recipeView.policy'), 'another policy');
  const asked = { Accept: html, 'Accept-Language': 'de', Cookie: page };
  const { text, headers } = await app.request.get(path).set(asked).expect(200);
  expect(text).toBe('Soup &lt;of&gt; {{the}} day');
  expect(headers['content-security-policy']).toBe(policy);
});

test('what is not kept has nothing to be compared by', async () => {
  const { path, page } = await reader('grace@example.com');
  const asked = { Accept: html, Cookie: page, 'If-None-Match': '*' };
  const { headers, text } = await app.request.get(path).set(asked).expect(200);
  expect(text).toContain('Soup');
  expect(headers).not.toHaveProperty('etag');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
  });
});

test('everybody else gets the frame alone', async () => {
  const bob = await reader('bob@example.com');
  const eve = await reader('eve@example.com');
  const frame = { text: 'the frame', kept: 'no-cache', policy: undefined };
  for (const cookie of ['', eve.page, 'recipe_book_page=x', `${bob.page}x`]) {
    expect(await open(bob.path, cookie)).toEqual(frame);
  }
  // The front end computes amounts for other servings.
  expect(await open(`${bob.path}?servings=2`, bob.page)).toEqual(frame);
  expect(await open(`/recipes/${'0'.repeat(24)}`, bob.page)).toEqual(frame);
});

test('it can be read as long as the session lasts', async () => {
  const { path, page, refresh } = await reader('carol@example.com');
  await app.request.post('/api/auth/refresh').set('Cookie', refresh).expect(200);
  expect((await open(path, page)).text).toMatch('Soup');
  const left = await app.request.post('/api/auth/logout').set('Cookie', refresh).expect(204);
  expect(String(left.headers['set-cookie'])).toMatch(/recipe_book_page=;/);
  expect((await open(path, page)).text).toBe('the frame');
});

test('nothing is read after a sign-out that the server has not been told of', async () => {
  const { path, page } = await reader('erin@example.com');
  expect((await open(path, `${page}; signed_out=1`)).text).toBe('the frame');
});

test('what pages are read with goes to pages of recipes alone, and renews no session', async () => {
  const { cookies, page, path, refresh } = await reader('dave@example.com');
  expect(cookies[1]).toMatchObject({ path: '/recipes', httpOnly: true, sameSite: 'strict' });
  const value = page.split('=')[1];
  for (const guess of [value, `${value}${'A'.repeat(42)}`.slice(0, 64)]) {
    const Cookie = `recipe_book_refresh=${guess}`;
    await app.request.post('/api/auth/refresh').set({ Cookie }).expect(401);
    await app.request.post('/api/auth/logout').set({ Cookie }).expect(204);
    await app.request.get('/api/recipes').set({ Cookie }).expect(401);
  }
  await app.request.get(`/api${path}`).set('Cookie', page).expect(401);
  // Nor does it end the session.
  await app.request.post('/api/auth/refresh').set('Cookie', refresh).expect(200);
});

test('a recipe that would take long to write comes as before', async () => {
  const { path, page, signedIn } = await reader('heidi@example.com');
  const write = async (steps: number) => {
    const notes = { steps: Array.from({ length: steps }, () => 'ü'.repeat(2500)) };
    await app.request.patch(`/api${path}`).set(signedIn).send(notes).expect(200);
  };
  // 60 KB, and 70.
  await write(12);
  expect((await open(path, page)).text).toMatch('Soup');
  await write(14);
  expect((await open(path, page)).text).toBe('the frame');
});

test.each([
  ['made of times is not many times as long in its page', '1h and ', 100],
  // One in each step that is looked through.
  ['long is not looked through to its end for times', 'to the 48th second ', 3],
])('a recipe that is %s', async (_what, words, times) => {
  const { path, page, signedIn } = await reader(`${times}@example.com`);
  const step = `${words.repeat(4900 / words.length)}1 h`;
  const steps = Array.from({ length: 12 }, () => step);
  await app.request.patch(`/api${path}`).set(signedIn).send({ steps }).expect(200);
  const { text } = await open(path, page);
  expect(text.match(/<b>/g)).toHaveLength(times);
  expect(text.replaceAll(/<\/?b>/g, '').split(`<p>${step}</p>`)).toHaveLength(13);
});

test('templates without their policy are refused at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-pages-'));
  mkdirSync(join(folder, 'pages/en'), { recursive: true });
  writeFileSync(join(folder, 'pages/en/recipeView.mustache'), '{{title}}');
  expect(() => new RecipePages(folder, app.services)).toThrow(
    `WEB_ROOT is "${folder}"; there is no pages/recipeView.policy in it.`,
  );
  rmSync(folder, { recursive: true });
});

test('what comes without a text leads to no look-up', async () => {
  const { path, page } = await reader('ivan@example.com');
  const headers = { Accept: html, Cookie: page };
  const sent = await recorder.of('HEAD', () => app.request.head(path).set(headers).expect(200));
  expect(sent).toEqual([]);
});

test('the database gives up on what the page does not wait for any more', async () => {
  const { path, page } = await reader('judy@example.com');
  const sent = await recorder.of('page', () => open(path, page));
  expect(sent).toHaveLength(3);
  for (const { command } of sent) {
    expect(command['maxTimeMS']).toBeGreaterThan(0);
    expect(command['maxTimeMS']).toBeLessThanOrEqual(500);
  }
});

test('a database that hangs holds up only so many pages, and none when it is back', async () => {
  const { path, page } = await reader('mallory@example.com');
  const back = Promise.withResolvers<void>();
  const { sessions } = app.services;
  const ownerOf = sessions.ownerOf.bind(sessions);
  let lookUps = 0;
  sessions.ownerOf = async (...what) => {
    lookUps += 1;
    await back.promise;
    return ownerOf(...what);
  };
  const pages = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => (await open(path, page)).text));
  expect(new Set(await pages(25))).toEqual(new Set(['the frame']));
  expect(await pages(1)).toEqual(['the frame']);
  expect(lookUps).toBe(20);
  back.resolve();
  sessions.ownerOf = ownerOf;
  // What was held up looks into the database first, and gives its places back after that.
  await eventually(
    () => pages(20),
    (texts) => texts.every((text) => text.includes('Soup')),
  );
});

test('without the database the page comes as before', async () => {
  const { path, page } = await reader('frank@example.com');
  await app.database.close();
  expect((await open(path, page)).text).toBe('the frame');
});
