import type { Page } from 'playwright-core';

/** Waits until a page has drawn so many. */
export async function frames(page: Page, count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
