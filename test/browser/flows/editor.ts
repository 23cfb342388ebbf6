import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';

/** A name that nothing else has. */
const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;

const shownRecipe = (page: Page, title: string) =>
  page.getByRole('heading', { name: title, level: 1 }).waitFor();

/** Writes a recipe down, its ingredients pasted as a list. Ends at the recipe's page. */
export async function writeRecipe(page: Page, origin: string): Promise<string> {
  const title = unique('Tomato toast');
  await page.goto(`${origin}/recipes/new`);
  await page.getByLabel('Name', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const list = '4 slices bread\nFor the top:\n2-3 tomatoes, sliced\n1 tbsp olive oil';
  await page.getByLabel('Ingredients, one on each line').fill(list);
  await page.getByRole('button', { name: 'Read the list' }).click();
  await page.getByRole('button', { name: 'Add 3 ingredients' }).click();
  await page.getByLabel('Step 1', { exact: true }).fill('Toast the bread.');
  await page.getByLabel('Step 1', { exact: true }).press('Enter');
  await page.getByLabel('Step 2', { exact: true }).fill('Lay the tomatoes on it.');
  await page.getByRole('button', { name: 'Save the recipe' }).click();
  await shownRecipe(page, title);
  return title;
}

/** Writes a recipe and changes its name. Ends at the recipe's page. */
export async function changeRecipe(page: Page, origin: string): Promise<void> {
  const title = await writeRecipe(page, origin);
  await page.goto(`${page.url()}/edit`);
  await page.getByLabel('Name', { exact: true }).fill(`${title}, warm`);
  await page.getByRole('button', { name: 'Save the recipe' }).click();
  await shownRecipe(page, `${title}, warm`);
}

/** Takes a recipe over from the source of a page. Ends at the recipe's page. */
export async function importRecipe(page: Page, origin: string): Promise<void> {
  const name = unique('Imported soup');
  const recipe = { '@type': 'Recipe', name, recipeIngredient: ['1 l water'], cookTime: 'soon' };
  await page.goto(`${origin}/recipes/import`);
  await page.getByLabel('Pasted source').check();
  await page.getByLabel('Source of the page, or its JSON-LD').fill(JSON.stringify(recipe));
  await page.getByRole('button', { name: 'Get the recipe' }).click();
  await page.getByText('Found in what you pasted').waitFor();
  await page.getByRole('button', { name: 'Save the recipe' }).click();
  await shownRecipe(page, name);
}
