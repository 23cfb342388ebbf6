import type { Page } from 'playwright-core';

/** Makes a list of its own, types what is needed, and ticks it off until everything is in the basket. */
export async function shopFlow(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/shopping`);
  await page.getByRole('button', { name: 'New list' }).click();
  await page.getByLabel('Name of the list').fill('Corner shop');
  await page.getByRole('button', { name: 'Make the list' }).click();
  await page.getByRole('heading', { name: 'Corner shop', level: 1 }).waitFor();
  for (const line of ['2 l milk', 'bread', '1 l milk']) await addLine(page, line);
  await tick(page, '3 l milk');
  await tick(page, 'bread');
  await page.getByRole('heading', { name: 'All in the basket' }).waitFor();
  await page.getByText('All saved').waitFor();
}

/** Types a line into the list that is open. */
export async function addLine(page: Page, line: string): Promise<void> {
  await page.getByLabel('Add to the list').fill(line);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Ticks an item of the list that is open, as a thumb would: somewhere on its row. */
export async function tick(page: Page, name: string): Promise<void> {
  await page.locator('.shop-aisles .shop-tick').filter({ hasText: name }).click();
}
