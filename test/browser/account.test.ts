import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call, freshAddress } from '../harness/client.ts';
import { mailTo } from '../harness/mails.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { signIn as signedInAs } from '../harness/visit.ts';
import {
  deleteAccount,
  exportAll,
  fillSignIn,
  importFile,
  registerAndReturn,
  shareRecipe,
  signIn,
} from './flows/account.ts';

const { ingressPort: port, paths } = testStack();
const origin = `http://localhost:${port}`;
let browser: OpenBrowser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 390, height: 844 }, locale: 'en' });
}, 60_000);
beforeEach(async () => {
  await browser.context.clearCookies();
  page = await browser.context.newPage();
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${origin}/favicon.svg`);
  await page.evaluate('localStorage.clear()');
});
afterEach(async () => {
  await page.close();
  expect(problems.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
});

/** A new user with one recipe. */
async function cook(title: string): Promise<{ user: TestUser; path: string }> {
  const user = await registerUser(port);
  const { json } = await call({
    port,
    path: '/api/recipes',
    method: 'POST',
    token: user.token,
    from: freshAddress(),
    body: { title, ingredients: ['1 l water'], steps: ['Boil it.'] },
  });
  return { user, path: `/recipes/${json.id}` };
}

test('somebody makes an account, leaves it and comes back', async () => {
  await registerAndReturn(page, origin);
  // The session outlives a reload.
  await page.reload();
  await page.getByRole('heading', { name: /recipes/i, level: 1 }).waitFor();
}, 60_000);

test('what waits to be sent again for one person is never sent for the next', async () => {
  const [ada, bob] = [await registerUser(port), await registerUser(port)];
  await signIn(page, origin, ada);
  const sent: string[] = [];
  await page.route('**/api/shopping-lists', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    sent.push(route.request().headers()['authorization'] ?? 'none');
    return route.fulfill({ status: 429, headers: { 'retry-after': '2' }, json: {} });
  });
  await page.goto(`${origin}/shopping`);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByLabel('Name of the list').fill('Private');
  await page.getByRole('button', { name: 'Make the list' }).click();
  await until('the list is refused', 20, () => sent.length > 0);
  await page.evaluate(() => {
    Object.assign(window, { before: true });
  });
  // Without loading a page anew, as links do.
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await fillSignIn(page, bob);
  await page.getByRole('heading', { name: 'Recipes', level: 1 }).waitFor();
  expect(await page.evaluate(() => 'before' in window)).toBe(false);
  const { json } = await call({ port, path: '/api/auth/me', token: bob.token });
  expect(await page.evaluate(() => localStorage.getItem('user'))).toContain(json.id);
  const tokens = new Set(sent);
  expect(tokens.size).toBeLessThanOrEqual(2);
  expect([...tokens].filter((token) => token !== 'none')).toHaveLength(1);
}, 90_000);

test('the page that was asked for opens after signing in', async () => {
  const { user, path } = await cook('Soup');
  await page.goto(origin + path);
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await fillSignIn(page, user);
  await page.getByRole('heading', { name: 'Soup', level: 1 }).waitFor();
}, 60_000);

test('a forgotten password is set anew by the link of a mail, whose secret leaves the address', async () => {
  const user = await registerUser(port);
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByLabel('Email').fill(user.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByText(`If there is an account with ${user.email}`).waitFor();
  const outbox = join(paths.state, 'outbox');
  const mail = await until('the mail is there', 20, () => mailTo(outbox, user.email));
  const [link = ''] = /http\S+#token=[\w-]+/.exec(mail) ?? [];

  await page.goto(link);
  await page.getByLabel('New password').fill('a new password');
  expect(page.url()).toBe(`${origin}/reset-password`);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByRole('heading', { name: 'Your password is set' }).waitFor();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await fillSignIn(page, user);
  await page.getByText('The email address or the password is wrong.').waitFor();
  await signIn(page, origin, { ...user, password: 'a new password' });
}, 60_000);

test('another language and appearance are kept on the device', async () => {
  await signedInAs(page, origin, await registerUser(port));
  await page.goto(`${origin}/account`);
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Konto', level: 1 }).waitFor();
  const answer = await page.goto(`${origin}/recipes`);
  expect(await answer?.text()).toContain('<html lang="de">');
  await page.getByRole('link', { name: 'Wochenplan' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('de');
  expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toBe('dark');
}, 60_000);

test('what one exports another imports, once', async () => {
  const { user } = await cook('Soup to take along');
  await signedInAs(page, origin, user);
  const file = await exportAll(page, origin);
  await browser.context.clearCookies();
  await signedInAs(page, origin, await registerUser(port));
  expect(await importFile(page, origin, file)).toBe('Added: 1 recipe.');
  await page.goto(`${origin}/recipes`);
  await page.getByRole('link', { name: /Soup to take along/ }).waitFor();
  expect(await importFile(page, origin, file)).toBe('Nothing new was in the file.');
}, 60_000);

test('a shared recipe is read by a stranger, kept by a friend, and gone when the link is ended', async () => {
  const { user, path } = await cook('Soup for all');
  await signedInAs(page, origin, user);
  const link = await shareRecipe(page, origin, path);

  const stranger = await openBrowser({ locale: 'en' });
  try {
    const theirs = await stranger.context.newPage();
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: 'Soup for all', level: 1 }).waitFor();
    await theirs.getByRole('link', { name: 'Save to my recipes' }).click();
    await fillSignIn(theirs, await registerUser(port));
    await theirs.getByRole('button', { name: 'Save to my recipes' }).click();
    await theirs.getByText('The recipe is yours now.').waitFor();
    await theirs.getByRole('heading', { name: 'Soup for all', level: 1 }).waitFor();

    await page.goto(`${origin}/account/shares`);
    await page.getByRole('button', { name: 'End link to Soup for all' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End link' }).click();
    await page.getByText('The link leads nowhere now.').waitFor();
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: 'Nothing here' }).waitFor();
  } finally {
    await stranger.close();
  }
}, 60_000);

test('a deleted account is gone', async () => {
  const { user } = await cook('Soup');
  await signedInAs(page, origin, user);
  await deleteAccount(page, origin, user);
  await page.goto(`${origin}/sign-in`);
  await fillSignIn(page, user);
  // Whatever is told: a server that is too busy says so here.
  const told = await page.getByRole('alert').textContent();
  expect(told).toBe('The email address or the password is wrong.');
}, 60_000);
