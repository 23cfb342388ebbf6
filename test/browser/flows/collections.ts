import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

/** Makes a collection with some recipes. Ends at its page. @param titles of recipes of the person. */
export async function makeCollection(
  page: Page,
  origin: string,
  titles: readonly string[],
): Promise<string> {
  const name = `Sundays ${randomUUID().slice(0, 8)}`;
  await page.goto(`${origin}/collections`);
  await page.getByRole('button', { name: 'New collection' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Make collection' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add recipes' }).click();
  for (const title of titles) {
    const button = page.getByRole('dialog').getByRole('button', { name: title, exact: true });
    await button.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: title, exact: true, pressed: true })
      .waitFor();
  }
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return name;
}
