import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import type { FurnishedAccount } from '../harness/furnished.ts';
import { sharedAccount } from '../harness/shared-account.ts';
import { testStack } from '../harness/stack.ts';
import { signIn } from '../harness/visit.ts';

const origin = `http://localhost:${testStack().ingressPort}`;
const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

let account: FurnishedAccount;
beforeAll(async () => {
  account = await sharedAccount();
}, 180_000);

/** What can be read of a recipe, and where: the text of each part, and its distance from the top. */
async function parts(page: Page): Promise<{ text: string; top: number }[]> {
  return page.evaluate(() => {
    const readable =
      'h1, h2, h3, .lead, .recipe-kind, .recipe-facts dd, .tags li, .ingredient, ol p';
    return [...document.querySelectorAll<HTMLElement>(`main :is(${readable})`)].map((part) => ({
      text: part.textContent.trim(),
      top: Math.round(part.getBoundingClientRect().top + scrollY),
    }));
  });
}

describe.each(Object.entries(viewports))('on a %s', (_name, viewport) => {
  let browser: OpenBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser({ locale: 'en', viewport, serviceWorkers: 'block' });
    page = await browser.context.newPage();
    await signIn(page, origin, account.user);
  }, 60_000);
  afterAll(() => browser?.close());

  test('a recipe can be read before any script has come, and stays where it is when they have', async () => {
    const address = `${origin}/recipes/${account.recipeId}`;
    await page.goto(address);
    await page.getByRole('link', { name: 'Start cooking' }).waitFor();
    const withScripts = await parts(page);

    await page.route('**/*.js', (route) => route.abort());
    await page.goto(address);
    await page
      .locator('img')
      .evaluateAll((all) => Promise.all(all.map((one) => (one as HTMLImageElement).decode())));
    const without = await parts(page);

    expect(withScripts.length).toBeGreaterThan(10);
    expect(without.map(({ text }) => text)).toEqual(withScripts.map(({ text }) => text));
    const moved = withScripts.filter(({ top }, at) => Math.abs(top - (without[at]?.top ?? 0)) > 40);
    expect(moved).toEqual([]);
    await page.unroute('**/*.js');
  }, 60_000);
});
