import type { Page } from 'playwright-core';
import { appRoutes } from '../harness/app-routes.ts';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { type FurnishedAccount, furnishedAccount } from '../harness/furnished.ts';
import { nextRelease } from '../harness/next-release.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
const seen = 'Shakshuka';
const banner = 'You are offline';

let account: FurnishedAccount;
let browser: OpenBrowser;
let page: Page;

beforeAll(async () => {
  account = await furnishedAccount(port);
}, 180_000);
beforeEach(async () => {
  browser = await openBrowser({ viewport: { width: 390, height: 844 }, locale: 'en' });
  page = await browser.context.newPage();
}, 60_000);
afterEach(() => browser?.close());

/** A very first visit: signs in by hand, looks at the list and at one recipe, and waits until both are kept. */
async function visitOnce(): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email').fill(account.user.email);
  await page.getByLabel('Password', { exact: true }).fill(account.user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: seen }).click();
  await page.getByRole('heading', { name: seen, level: 1 }).waitFor();
  await until('list and recipe are kept', 30, async () => {
    const kept = (await keptAddresses()).join(' ');
    return kept.includes(`/api/recipes/${account.recipeId}`) && kept.includes('/api/recipes?');
  });
}

/** All that the browser stores for this site and scripts can read, as text. */
function stored(): Promise<string> {
  return page.evaluate(async () => {
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        all.push(request.url, [...request.headers], [...(answer?.headers ?? [])]);
        if (!request.url.includes('/assets/')) all.push(await answer?.text());
      }
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        all.push(await new Promise((resolve) => reading.addEventListener('success', resolve)));
        all.push(reading.result);
      }
      database.close();
    }
    return JSON.stringify(all);
  });
}

function keptAddresses(): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept-'));
    const keys = names.map(async (name) => (await caches.open(name)).keys());
    return (await Promise.all(keys)).flat().map(({ url }) => url.replace(location.origin, ''));
  });
}

test('the app can be installed', async () => {
  await page.goto(`${origin}/`);
  const devtools = await browser.context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { data, errors } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { icons, shortcuts, share_target: shareTarget } = JSON.parse(data ?? '');
  for (const { src } of icons) expect((await page.request.get(origin + src)).status()).toBe(200);
  expect(appRoutes()).toEqual(
    expect.arrayContaining([
      ...shortcuts.map(({ url }: { url: string }) => url),
      shareTarget.action,
    ]),
  );
}, 60_000);

test('what was seen on the very first visit shows without a connection', async () => {
  await visitOnce();
  await browser.context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: seen, level: 1 }).waitFor();
  await page.getByRole('status').filter({ hasText: banner }).waitFor();
  await page.getByRole('link', { name: 'Recipes', exact: true }).click();
  await page.getByRole('link', { name: seen }).waitFor();
}, 60_000);

test('a page that was never seen says what is missing, and all goes on when the network is back', async () => {
  await visitOnce();
  await page.goto(`${origin}/recipes`);
  await browser.context.setOffline(true);
  await page.getByRole('link', { name: 'Borscht' }).click();
  await page.getByRole('alert').filter({ hasText: 'No connection' }).waitFor();
  await browser.context.setOffline(false);
  await page.getByRole('heading', { name: 'Borscht', level: 1 }).waitFor();
  // The recipe may be there before the server has been asked whether all is well again.
  await page.getByRole('status').filter({ hasText: banner }).waitFor({ state: 'hidden' });
}, 60_000);

test('without a connection, too, a page comes in the language that was chosen', async () => {
  await visitOnce();
  await page.goto(`${origin}/account`);
  await page.getByRole('radio', { name: 'Deutsch' }).click();
  await page.getByRole('heading', { name: 'Konto', level: 1 }).waitFor();
  await browser.context.setOffline(true);
  const answer = await page.goto(`${origin}/recipes`);
  expect(answer?.fromServiceWorker()).toBe(true);
  expect(await answer?.text()).toContain('<html lang="de">');
}, 60_000);

test('nothing that is stored holds a token, and only data of the person is kept', async () => {
  await visitOnce();
  const all = await stored();
  expect(all.includes(account.recipeId)).toBe(true);
  const tokens = ['eyJ', 'Bearer', 'authorization', 'refresh_token', account.user.password];
  expect(tokens.filter((text) => all.includes(text))).toEqual([]);
  expect((await keptAddresses()).filter((path) => !/^\/(kept-owner|api\/)/.test(path))).toEqual([]);
}, 60_000);

test('a new release says so, and comes when the person wants it', async () => {
  const next = await nextRelease(port);
  try {
    await page.goto(`${next.origin}/`);
    await until('the service worker has the page', 30, () =>
      page.evaluate(() => navigator.serviceWorker.controller !== null),
    );
    next.release();
    await page.evaluate(async () => {
      // So that it can be seen whether the page is loaded anew.
      document.title = 'The old one';
      await (await navigator.serviceWorker.ready).update();
    });
    const offer = page.getByRole('status').filter({ hasText: 'A new version' });
    await offer.getByRole('button', { name: 'Reload' }).click();
    await until('the page is a new one', 20, async () => (await page.title()) !== 'The old one');
    await page.getByRole('heading', { level: 1 }).waitFor();
  } finally {
    next.close();
  }
}, 60_000);

test('whoever uses the device next finds nothing of a person who has signed out', async () => {
  await visitOnce();
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await until('nothing is kept', 20, async () => (await keptAddresses()).length === 0);
  const all = await stored();
  const theirs = [account.user.id, account.user.email, account.recipeId, account.shoppingListId];
  expect(theirs.filter((text) => all.includes(text))).toEqual([]);
  await browser.context.setOffline(true);
  await page.goto(`${origin}/recipes/${account.recipeId}`);
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  expect(await page.getByText(seen).count()).toBe(0);
}, 60_000);
