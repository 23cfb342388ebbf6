import type { Page } from 'playwright-core';

/** The steps of finding, reading and cooking a recipe of an account that has the demo recipes. */

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, level: 1 }).waitFor();

/** Finds a recipe by a misspelt word and a filter, opens it and comes back. Ends at the list. */
export async function findRecipe(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/recipes`);
  await page.getByRole('searchbox', { name: 'Search recipes' }).fill('tomatos');
  await page.getByRole('button', { name: 'Remove filter “tomatos”' }).waitFor();
  const open = page.getByRole('button', { name: /^Filters/ });
  const isNarrow = await open.isVisible();
  if (isNarrow) await open.click();
  await page.getByRole('button', { name: '1 hr', exact: true }).click();
  if (isNarrow) await page.getByRole('button', { name: /^Show \d+ recipes?$/ }).click();
  await page.getByRole('button', { name: 'Remove filter Up to 1 hr' }).waitFor();
  await page.getByRole('link', { name: 'Shakshuka' }).click();
  await heading(page, 'Shakshuka');
  await page.goBack();
  await page.getByRole('button', { name: 'Remove filter Up to 1 hr' }).waitFor();
}

/** Opens a recipe and shows it for other people and in other units. Ends at the recipe's page. */
export async function scaleRecipe(page: Page, origin: string): Promise<void> {
  await openShakshuka(page, origin);
  await page.getByText('800 g chopped tomatoes').waitFor();
  await page.getByRole('textbox', { name: 'Servings' }).fill('6');
  await page.getByText('1600 g chopped tomatoes').waitFor();
  await page.getByText('US', { exact: true }).click();
  await page.getByText('3½ lb chopped tomatoes').waitFor();
  await page.getByText('Original', { exact: true }).click();
}

/** Cooks a recipe from its first step to its last, with two timers. Ends at the end of cooking. */
export async function cookRecipe(page: Page, origin: string): Promise<void> {
  await openShakshuka(page, origin);
  await page.getByRole('link', { name: 'Start cooking' }).click();
  await page.getByRole('heading', { name: 'Step 1 of 5' }).waitFor();
  await page.getByRole('button', { name: 'Start a timer: 12 minutes' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Start a timer: 1 minute' }).click();
  await page.getByRole('button', { name: 'Remove the timer 1 minute' }).waitFor();
  for (const step of [3, 4, 5]) {
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: `Step ${step} of 5` }).waitFor();
  }
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'Enjoy your meal' }).waitFor();
}

async function openShakshuka(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/recipes`);
  await page.getByRole('link', { name: 'Shakshuka' }).click();
  await heading(page, 'Shakshuka');
}
