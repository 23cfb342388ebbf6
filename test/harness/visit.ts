import type { BrowserContextOptions, Page } from 'playwright-core';
import type { PageState } from '../browser/routes.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import type { FurnishedAccount } from './furnished.ts';
import { until } from './until.ts';
import type { TestUser } from './users.ts';

/** Two browsers: of somebody who is signed in and has some of everything, and of somebody who is not. */
export interface Visitors {
  /** Goes to a page and waits until it shows what it is to show. */
  visit(state: PageState): Promise<Page>;
  close(): Promise<void>;
}

/** @param port of the ingress. @param account whose pages are visited. */
export async function startVisitors(
  port: number,
  account: FurnishedAccount,
  options: BrowserContextOptions & { readonly scripts?: readonly string[] } = {},
): Promise<Visitors> {
  const origin = `http://localhost:${port}`;
  const { scripts = [], ...contextOptions } = options;
  const browsers: OpenBrowser[] = [];
  const openPage = async () => {
    // Without movement there is one picture of each state, and one contrast.
    const browser = await openBrowser({ locale: 'en', reducedMotion: 'reduce', ...contextOptions });
    browsers.push(browser);
    for (const content of scripts) await browser.context.addInitScript({ content });
    return browser.context.newPage();
  };
  const stranger = await openPage();
  const member = await openPage();
  await signIn(member, origin, account.user);
  return {
    async visit(state) {
      const page = state.signedIn ? member : stranger;
      await page.goto(origin + state.path(account));
      await shown(page);
      await state.reach?.(page);
      return page;
    },
    close: async () => {
      await Promise.all(browsers.map(({ close }) => close()));
    },
  };
}

/** Leaves the session as signing in does: the cookie, and who it is. */
export async function signIn(
  page: Page,
  origin: string,
  { email, password }: Pick<TestUser, 'email' | 'password'>,
): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  const answer = await page.request.post(`${origin}/api/auth/login`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in failed: ${answer.status()}`);
  const { user: shownUser } = await answer.json();
  await page.evaluate((kept) => localStorage.setItem('user', kept), JSON.stringify(shownUser));
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
