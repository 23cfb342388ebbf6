import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PageState } from '../browser/routes.ts';
import type { FurnishedAccount } from '../harness/furnished.ts';
import { until } from '../harness/until.ts';
import { startVisitor } from '../harness/visit.ts';

/** One picture. */
export interface Shot {
  readonly name: string;
  readonly address: string;
  readonly theme: Theme;
  /** Of the screen, CSS pixels. */
  readonly width: number;
  /** In the folder of pictures. */
  readonly file: string;
}

type Theme = 'light' | 'dark';

const screens = [
  { width: 390, height: 844, isMobile: true, hasTouch: true },
  { width: 1280, height: 800, isMobile: false, hasTouch: false },
];
const themes: readonly Theme[] = ['light', 'dark'];

interface Job {
  readonly port: number;
  readonly account: FurnishedAccount;
  readonly states: readonly PageState[];
  /** Of the browser, such as `de`. */
  readonly locale: string;
  readonly folder: string;
}

/** Takes a picture of each page, whole, on each screen and in each theme. */
export async function photograph({
  port,
  account,
  states,
  locale,
  folder,
}: Job): Promise<readonly Shot[]> {
  mkdirSync(folder, { recursive: true });
  const shots: Shot[] = [];
  for (const { width, height, ...touch } of screens) {
    const visitor = await startVisitor(port, account, {
      viewport: { width, height },
      locale,
      ...touch,
    });
    try {
      for (const state of states) {
        const page = await visitor.visit(state);
        await makeRoom(page, width, height);
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          const file = `${state.name}-${width}-${theme}.png`;
          await page.screenshot({ path: join(folder, file) });
          shots.push({ name: state.name, address: state.path(account), theme, width, file });
        }
        await page.setViewportSize({ width, height });
      }
    } finally {
      await visitor.close();
    }
  }
  return shots;
}

/** Makes the screen as high as the page: what stands at its lower edge would else lie across the middle. */
async function makeRoom(page: Page, width: number, height: number): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  // Those further down come only now.
  await until('all pictures are there', 20, () =>
    page.evaluate(() => [...document.images].every(({ complete }) => complete)),
  );
}
