import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { PageState } from '../browser/routes.ts';
import { openBrowser } from './browser.ts';
import { call, freshAddress } from './client.ts';
import type { FurnishedAccount } from './furnished.ts';
import { pageTexts } from './page-texts.ts';
import { until } from './until.ts';
import type { TestUser } from './users.ts';

/** A browser that looks at one page after the other. */
export interface Visitor {
  /** Goes to a page, signed in where it needs that, and waits until it shows what it is to show. */
  visit(state: PageState): Promise<Page>;
  close(): Promise<void>;
}

/** @param port of the ingress. @param account whose pages are visited. */
export async function startVisitor(
  port: number,
  account: FurnishedAccount,
  options: BrowserContextOptions & { readonly scripts?: readonly string[] } = {},
): Promise<Visitor> {
  const origin = `http://localhost:${port}`;
  const { scripts = [], locale = 'en', ...contextOptions } = options;
  const says = pageTexts(locale);
  // Without movement there is one picture of each state, and one contrast.
  const browser = await openBrowser({ locale, reducedMotion: 'reduce', ...contextOptions });
  for (const content of scripts) await browser.context.addInitScript({ content });
  const page = await browser.context.newPage();
  let signedIn = false;
  return {
    async visit(state) {
      if (state.signedIn !== signedIn) {
        await (state.signedIn ? signIn(page, origin, account.user) : signOut(page, origin));
        signedIn = state.signedIn;
      }
      // Timers that another state has started.
      if (page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear());
      await page.goto(origin + state.path(account));
      await shown(page);
      await state.reach?.(page, says);
      return page;
    },
    close: browser.close,
  };
}

/** Leaves what signing in leaves: the session's cookies, and who it is. */
export async function signIn(
  page: Page,
  origin: string,
  credentials: Pick<TestUser, 'email' | 'password'>,
): Promise<void> {
  await page.goto(`${origin}/robots.txt`);
  const kept = JSON.stringify(await addSession(page.context(), origin, credentials));
  await page.evaluate((user) => localStorage.setItem('user', user), kept);
}

/** Adds the cookies of a new session. @returns who it is, as the API says it. */
export async function addSession(
  context: BrowserContext,
  origin: string,
  { email, password }: Pick<TestUser, 'email' | 'password'>,
): Promise<unknown> {
  // From an address of its own: all browsers of all tests share this machine's, and its limit.
  const answer = await call({
    port: Number(new URL(origin).port),
    path: '/api/auth/login',
    method: 'POST',
    from: freshAddress(),
    body: { email, password },
  });
  if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.status}`);
  await context.addCookies((answer.headers['set-cookie'] ?? []).map(cookieOf));
  return answer.json.user;
}

/** A value of Set-Cookie, as a browser on this machine keeps it. */
function cookieOf(line: string) {
  const [pair = '', ...attributes] = line.split('; ');
  const [name = '', value = ''] = pair.split('=');
  const path = attributes.find((one) => one.startsWith('Path='))?.slice('Path='.length) ?? '/';
  return { name, value, path, domain: 'localhost', httpOnly: true, sameSite: 'Strict' } as const;
}

async function signOut(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/robots.txt`);
  await page.evaluate(() => localStorage.removeItem('user'));
  await page.context().clearCookies();
}

/** Waits for the heading, and for nothing to be loading any more, pictures included. */
async function shown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await until('nothing is loading', 20, () =>
    page.evaluate(
      () =>
        document.querySelector('.loading, [aria-busy="true"]') === null &&
        [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'),
    ),
  );
}
