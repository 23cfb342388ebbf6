import type { Page } from 'playwright-core';
import { demoRecipes } from '../../app/src/seed/recipes/index.ts';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { sharedAccount } from '../harness/shared-account.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser } from '../harness/users.ts';
import { signIn } from '../harness/visit.ts';
import { cookRecipe, findRecipe, scaleRecipe } from './flows/recipes.ts';

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
let browser: OpenBrowser;
let page: Page;
let recipeId: string;
const problems: string[] = [];

beforeAll(async () => {
  const account = await sharedAccount();
  recipeId = account.recipeId;
  browser = await openBrowser({
    viewport: { width: 390, height: 844 },
    locale: 'en',
    // What it fetches in place of the page cannot be answered by a test.
    serviceWorkers: 'block',
  });
  page = await browser.context.newPage();
  await signIn(page, origin, account.user);
  page.on('pageerror', (error) => problems.push(String(error)));
}, 60_000);
afterAll(async () => {
  await browser?.close();
});
afterEach(() => expect(problems.splice(0)).toEqual([]));

/** Another page of the same person. */
async function withPage(use: (other: Page) => Promise<void>): Promise<void> {
  const other = await browser.context.newPage();
  try {
    await use(other);
  } finally {
    await other.close();
  }
}

test('a recipe is found by a misspelt word and a filter, which stay when one comes back', async () => {
  await findRecipe(page, origin);
  expect(new URL(page.url()).searchParams.get('maxMinutes')).toBe('60');
}, 60_000);

test('a recipe is shown for other people and in other units', async () => {
  await scaleRecipe(page, origin);
  expect(new URL(page.url()).searchParams.get('servings')).toBe('6');
}, 60_000);

test('a recipe is cooked step by step with two timers', async () => {
  await cookRecipe(page, origin);
  await page.getByRole('button', { name: 'Remove the timer 12 minutes' }).click();
  await page
    .getByRole('button', { name: /the timer 1 minute|ringing: 1 minute/ })
    .last()
    .click();
}, 60_000);

test('timers run on through a reload, and say so when the time is up', async () => {
  await withPage(async (kitchen) => {
    await kitchen.clock.install();
    await kitchen.goto(`${origin}/recipes/${recipeId}/cook`);
    await kitchen.getByRole('button', { name: 'Start a timer: 12 minutes' }).click();
    await kitchen.getByRole('button', { name: 'Next' }).click();
    await kitchen.getByRole('button', { name: 'Start a timer: 1 minute' }).click();
    const dock = kitchen.getByRole('region', { name: 'Timers' });
    await kitchen.clock.fastForward('01:00');
    await dock.getByRole('alert').getByText('Time’s up: 1 minute, Shakshuka, step 2').waitFor();
    await dock.getByText(/^1[01]:\d\d$/).waitFor();
    await kitchen.reload();
    // They are told of on whatever page.
    await dock.getByRole('button', { name: 'Stop ringing: 1 minute' }).click();
    await kitchen.goto(`${origin}/shopping`);
    await kitchen.clock.fastForward('11:00');
    await dock
      .getByRole('alert')
      .getByText(/12 minutes, Shakshuka, step 1$/)
      .waitFor();
    await dock.getByRole('button', { name: 'Stop ringing: 12 minutes' }).click();
    await dock.waitFor({ state: 'detached' });
  });
}, 90_000);

test('a rating that the server refuses is taken back', async () => {
  await page.goto(`${origin}/recipes/${recipeId}`);
  const stars = page.getByRole('group', { name: 'Your rating' });
  await stars.waitFor();
  await page.route('**/api/recipes/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 400, json: { title: 'No', detail: 'No' } })
      : route.fallback(),
  );
  await stars.getByRole('button', { name: '5 stars' }).click();
  await page.getByText('The rating could not be saved. It is as it was before.').waitFor();
  expect(await stars.getByRole('button', { pressed: true }).count()).toBe(0);
  await page.unroute('**/api/recipes/*');
}, 60_000);

test('a list that is asked for too often waits as long as it is told, and goes on', async () => {
  let refused = 0;
  const isSearch = (url: URL) => url.pathname === '/api/recipes' && url.searchParams.has('q');
  await page.route(isSearch, (route) => {
    if (refused++ > 0) return route.fallback();
    const headers = { 'retry-after': '2' };
    return route.fulfill({ status: 429, headers, json: { title: 'Too many requests' } });
  });
  await page.goto(`${origin}/recipes?q=soup`);
  await page.getByText('The server asked for a pause.').waitFor();
  await page.getByRole('link', { name: 'Miso soup with tofu' }).waitFor();
  expect(refused).toBeGreaterThan(1);
  expect(await page.getByText('The server asked for a pause.').count()).toBe(0);
  await page.unroute(isSearch);
}, 60_000);

test('a long list loads on while it is scrolled, and one comes back to where one was', async () => {
  const user = await registerUser(port);
  for (let at = 1; at <= 30; at++) {
    const body = { title: `Recipe ${String(at).padStart(2, '0')}` };
    await call({ port, path: '/api/recipes', method: 'POST', token: user.token, body });
  }
  const own = await openBrowser({ viewport: { width: 390, height: 844 }, locale: 'en' });
  try {
    const list = await own.context.newPage();
    await signIn(list, origin, user);
    await list.goto(`${origin}/recipes?sort=title`);
    await list.getByText('30 recipes').waitFor();
    await list.getByRole('link', { name: 'Recipe 24' }).scrollIntoViewIfNeeded();
    const last = list.getByRole('link', { name: 'Recipe 30' });
    await last.scrollIntoViewIfNeeded();
    const before = await list.evaluate(() => window.scrollY);
    await last.click();
    await list.getByRole('heading', { name: 'Recipe 30', level: 1 }).waitFor();
    expect(await list.evaluate(() => window.scrollY)).toBe(0);
    await list.goBack();
    await last.waitFor();
    expect(Math.abs((await list.evaluate(() => window.scrollY)) - before)).toBeLessThan(150);
  } finally {
    await own.close();
  }
}, 90_000);

test('every demo recipe is printed on one page, scaled and without what is for screens', async () => {
  const list = await page.request.get(`${origin}/api/recipes?limit=100`, {
    headers: { authorization: `Bearer ${(await sharedAccount()).user.token}` },
  });
  const titles = new Set(demoRecipes.map(({ title }) => title));
  const all: { id: string; title: string }[] = (await list.json()).items;
  const items = all.filter(({ title }) => titles.has(title));
  expect(items).toHaveLength(demoRecipes.length);
  for (const { id, title } of items) {
    await page.goto(`${origin}/recipes/${id}?servings=8`);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect({ title, pages: pdf.match(/\/Type \/Page\b/g)?.length }).toEqual({ title, pages: 1 });
  }
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Start cooking', 'Recipe Book']) {
    expect(await page.getByRole('link', { name }).isVisible()).toBe(false);
  }
  expect(await page.locator('.recipe-facts').textContent()).toContain('8');
  await page.emulateMedia({ media: null });
}, 120_000);
