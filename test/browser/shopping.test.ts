import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { testStack } from '../harness/stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { signIn } from '../harness/visit.ts';
import { addLine, shopFlow, tick } from './flows/shopping.ts';

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
const open: OpenBrowser[] = [];

afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

/** A device of somebody, with what they did on it before: nothing. */
async function device(user: TestUser, options: BrowserContextOptions = {}): Promise<Page> {
  const browser = await openBrowser({
    viewport: { width: 390, height: 844 },
    locale: 'en',
    ...options,
  });
  open.push(browser);
  const page = await browser.context.newPage();
  await signIn(page, origin, user);
  await page.goto(`${origin}/recipes`);
  await page.getByRole('heading', { name: 'Recipes', level: 1 }).waitFor();
  return page;
}

interface Item {
  readonly name: string;
  readonly checked: boolean;
}

async function makeList(user: TestUser): Promise<string> {
  const items = ['apples', 'bread', 'cheese'].map((name) => ({ name }));
  const made = await call({
    port,
    method: 'POST',
    path: '/api/shopping-lists',
    token: user.token,
    body: { name: 'Saturday', items },
  });
  return made.json.id;
}

async function itemsOnServer(user: TestUser, id: string): Promise<readonly Item[]> {
  const answer = await call({ port, path: `/api/shopping-lists/${id}`, token: user.token });
  return answer.json.items;
}

async function openList(page: Page, id: string): Promise<void> {
  await page.goto(`${origin}/shopping/${id}`);
  await page.getByRole('heading', { name: 'Saturday', level: 1 }).waitFor();
}

function stillToBuy(page: Page): Promise<string[]> {
  return page.locator('.shop-aisles .shop-name').allInnerTexts();
}

test('a list is made, filled by typing, and ticked off', async () => {
  await shopFlow(await device(await registerUser(port)), origin);
}, 60_000);

test('what is done on one device shows on the other at once', async () => {
  const user = await registerUser(port);
  const id = await makeList(user);
  const [one, other] = [await device(user), await device(user)];
  for (const page of [one, other]) await openList(page, id);
  await tick(one, 'bread');
  await other.getByText('1 of 3 in the basket').waitFor();
  await addLine(other, '2 l milk');
  await one.getByText('2 l milk').waitFor();
  expect(await stillToBuy(one)).toEqual(['apples', 'cheese', '2 l milk']);
}, 90_000);

test('without a network it goes on, also after a reload, and is sent when it is back', async () => {
  const user = await registerUser(port);
  const id = await makeList(user);
  const page = await device(user);
  await openList(page, id);
  // The service worker has the app, so that it opens without a network.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.getByText('All saved').waitFor();
  await page.context().setOffline(true);
  await tick(page, 'bread');
  await addLine(page, 'dates');
  await page.getByText('2 changes wait for the network').waitFor();
  await page.reload();
  await page.getByText('2 changes wait for the network').waitFor();
  expect(await stillToBuy(page)).toEqual(expect.arrayContaining(['apples', 'cheese', 'dates']));
  expect(await stillToBuy(page)).not.toContain('bread');
  await page.context().setOffline(false);
  await page.getByText('All saved').waitFor();
  expect(await itemsOnServer(user, id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'bread', checked: true }),
      expect.objectContaining({ name: 'dates', checked: false }),
    ]),
  );
}, 90_000);

test('a ticked item does not come back, however slow, lost or refused the requests are', async () => {
  const user = await registerUser(port);
  const id = await makeList(user);
  // Playwright sees the requests only where there is no service worker.
  const page = await device(user, { serviceWorkers: 'block' });
  await openList(page, id);
  const cameBack = noteIfShown(page, 'bread');
  const answers: ((route: Route) => Promise<void>)[] = [
    (route) => route.abort('connectionreset'),
    // It arrives, and the answer is lost.
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    (route) => route.fulfill({ status: 503 }),
    (route) => route.fulfill({ status: 429, headers: { 'retry-after': '1' } }),
  ];
  await page.route(`**/api/shopping-lists/${id}/sync`, (route) =>
    (answers.shift() ?? ((one: Route) => one.continue()))(route),
  );
  await tick(page, 'bread');
  await cameBack.start();
  await page.getByText('1 change waits: the server asked for a pause').waitFor();
  await tick(page, 'apples');
  await page.getByText('All saved').waitFor();
  expect(await cameBack.ever()).toBe(false);
  expect(await itemsOnServer(user, id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'bread', checked: true }),
      expect.objectContaining({ name: 'apples', checked: true }),
    ]),
  );
}, 90_000);

test('who signs out is asked before unsent changes are lost, and the next person finds nothing', async () => {
  const user = await registerUser(port);
  const id = await makeList(user);
  const page = await device(user, { serviceWorkers: 'block' });
  await openList(page, id);
  await page.route('**/api/shopping-lists/*/sync', (route) => route.abort());
  await addLine(page, 'a surprise cake');
  await page.getByText('1 change waits for the network').waitFor();
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page
    .getByRole('dialog')
    .getByText(/has not reached the server yet/)
    .waitFor();
  await page.getByRole('button', { name: 'Sign out anyway' }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  await until('nothing is kept', 10, () =>
    page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      return !names.includes('shopping-lists');
    }),
  );
}, 90_000);

/** Watches whether something that has gone from the list shows there again, be it for a moment. */
function noteIfShown(page: Page, name: string) {
  return {
    start: () =>
      page.evaluate((wanted) => {
        const shown = () =>
          [...document.querySelectorAll('.shop-aisles .shop-name')].some(
            ({ textContent }) => textContent?.trim() === wanted,
          );
        document.body.dataset['cameBack'] = String(shown());
        new MutationObserver(() => {
          if (shown()) document.body.dataset['cameBack'] = 'true';
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }, name),
    ever: () => page.evaluate(() => document.body.dataset['cameBack'] === 'true'),
  };
}
