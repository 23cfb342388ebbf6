import type { Page } from 'playwright-core';
import { demoRecipes } from '../../app/src/seed/recipes/index.ts';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { frames } from '../harness/frames.ts';
import { pageTexts } from '../harness/page-texts.ts';
import { testStack } from '../harness/stack.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { addSession, signIn } from '../harness/visit.ts';

const port = testStack().ingressPort;
const origin = `http://localhost:${port}`;
const visitors = {
  // German words are long.
  'narrow phone': { locale: 'de', viewport: { width: 320, height: 640 } },
  phone: { locale: 'en', viewport: { width: 390, height: 844 } },
  desktop: { locale: 'en', viewport: { width: 1280, height: 900 } },
};

let user: TestUser;
const recipes = { full: '', bare: '' };
beforeAll(async () => {
  user = await registerUser(port);
  const create = async (body: object): Promise<string> =>
    (await call({ port, path: '/api/recipes', method: 'POST', token: user.token, body })).json.id;
  recipes.bare = await create({ title: 'Bread', ingredients: [], steps: [] });
  const [recipe] = demoRecipes;
  recipes.full = await create({
    ...recipe,
    notes: 'Good cold.',
    rating: 4,
    sourceUrl: 'https://example.org/x',
  });
}, 60_000);

/** A part of a recipe, and where it is on the page. */
interface Part {
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
}

/** What can be read of a recipe, each part by itself. */
async function parts(page: Page): Promise<Part[]> {
  return page.evaluate(() => {
    const readable =
      'h1, h2, h3, .lead, .recipe-kind, .recipe-facts dd, .tags li, .ingredient, ol p, .step-time, .notes p, .recipe-source, .muted';
    return [...document.querySelectorAll<HTMLElement>(`main :is(${readable})`)].map((part) => {
      const { top, left, width } = part.getBoundingClientRect();
      return { text: part.textContent.trim(), top: top + scrollY, left, width };
    });
  });
}

/** The same, each from where the first is. */
async function partsBelowFirst(page: Page): Promise<{ text: string; below: number }[]> {
  const all = await parts(page);
  return all.map(({ text, top }) => ({ text, below: Math.round(top - (all[0]?.top ?? 0)) }));
}

/** Opens a recipe whose scripts are on their way as long as it is looked at. */
async function openWithoutScripts(page: Page, address: string): Promise<void> {
  await page.route('**/*.js', () => undefined);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page
    .locator('img')
    .evaluateAll((all) => Promise.all(all.map((one) => (one as HTMLImageElement).decode())));
}

describe.each(Object.entries(visitors))('on a %s', (_name, { locale, viewport }) => {
  const says = pageTexts(locale);
  let browser: OpenBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser({ locale, viewport, serviceWorkers: 'block' });
    page = await browser.context.newPage();
    await signIn(page, origin, user);
  }, 60_000);
  afterEach(async () => {
    await page.unrouteAll();
    await page.emulateMedia({ media: null, colorScheme: null });
    await page.evaluate(() => localStorage.removeItem('appearance'));
  });
  afterAll(() => browser?.close());

  test.each(['full', 'bare'] as const)(
    'a %s recipe can be read before any script has come, and stays where it is when they have',
    async (kind) => {
      const id = recipes[kind];
      const address = `${origin}/recipes/${id}`;
      await page.goto(address);
      await page.getByRole('link', { name: says('recipe.edit') }).waitFor();
      const withScripts = await parts(page);

      await openWithoutScripts(page, address);
      const without = await parts(page);

      expect(withScripts.length).toBeGreaterThan(kind === 'full' ? 10 : 3);
      expect(without.map(({ text }) => text)).toEqual(withScripts.map(({ text }) => text));
      const moved = withScripts.filter((part, at) =>
        (['top', 'left', 'width'] as const).some(
          (side) => Math.abs(part[side] - (without[at]?.[side] ?? 0)) > 1,
        ),
      );
      expect(moved).toEqual([]);
    },
    60_000,
  );

  test('what can be read stays while the API lets wait, and when a script does not come', async () => {
    const address = `${origin}/recipes/${recipes.full}`;
    const heading = page.getByRole('heading', { level: 1 });
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/recipes/*', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/api/recipes/*');
    // The app has all that it needs but the answer.
    const scripts = ['app', 'RecipeViewPage', 'signed-in'].map((name) =>
      page.waitForResponse(new RegExp(`/assets/${name}-.*js`)),
    );
    await page.goto(address);
    await asked;
    for (const script of await Promise.all(scripts)) await script.finished();
    await frames(page, 10);
    expect(await heading.isVisible()).toBe(true);
    expect(await page.locator('.loading').count()).toBe(0);
    answer();
    await page.getByRole('link', { name: says('recipe.edit') }).waitFor();
    await page.unrouteAll();

    await openWithoutScripts(page, address);
    const before = await partsBelowFirst(page);
    await page.unrouteAll();
    for (const missing of ['common', 'early', 'react', 'app']) {
      await page.route(new RegExp(`/assets/${missing}-`), (route) => route.abort());
      await page.goto(address);
      await page.getByText(says('crash.title')).waitFor();
      expect(await heading.isVisible()).toBe(true);
      // The recipe makes room, and stays as it is.
      expect(await partsBelowFirst(page)).toEqual(before);
      await page.unrouteAll();
    }
  }, 60_000);

  test.each([
    ['dark', 'light', 'rgb(20, 24, 20)'],
    ['light', 'dark', 'rgb(246, 245, 239)'],
  ] as const)(
    'it is %s for who chose that, on a device that prefers %s, before any file has come',
    async (choice, colorScheme, paper) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${origin}/recipes/${recipes.full}`);
      await page.evaluate((kept) => localStorage.setItem('appearance', kept), choice);
      await page.route('**/assets/**', (route) => route.abort());
      await page.reload();
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      const shown = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(shown).toBe(paper);
    },
    60_000,
  );

  test('what waits for a script is not printed', async () => {
    await openWithoutScripts(page, `${origin}/recipes/${recipes.full}`);
    const bones = page.locator('.bone').filter({ visible: true });
    expect(await bones.count()).toBeGreaterThan(2);
    await page.emulateMedia({ media: 'print' });
    expect(await bones.count()).toBe(0);
  }, 60_000);

  test('a recipe that was opened by its address prints as any other', async () => {
    await page.goto(`${origin}/recipes/${recipes.full}`);
    await page.getByRole('link', { name: says('recipe.edit') }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.wake-lock').isVisible()).toBe(false);
    const star = await page.locator('.rating-star').first().boundingBox();
    // 5 mm.
    expect(star?.width).toBeCloseTo(18.9, 0);
  }, 60_000);
});

test('without scripts a phone says what is missing, above what can be read', async () => {
  const { locale, viewport } = visitors.phone;
  // By Playwright's own option the page's texts for this case stay away.
  const flags = ['--blink-settings=scriptEnabled=false'];
  const browser = await openBrowser({ locale, viewport }, { flags });
  try {
    const page = await browser.context.newPage();
    await addSession(browser.context, origin, user);
    for (const path of ['/', '/recipes', `/recipes/${recipes.full}`]) {
      await page.goto(origin + path);
      const notice = await page.locator('noscript .notice').boundingBox();
      const header = await page.locator('.header').boundingBox();
      if (!notice || !header) throw new Error(`On ${path} one of them is missing.`);
      expect(notice.y + notice.height).toBeLessThanOrEqual(header.y);
    }
    expect(await page.getByRole('listitem').filter({ hasText: 'onion' }).count()).toBeGreaterThan(
      0,
    );
  } finally {
    await browser.close();
  }
}, 60_000);
