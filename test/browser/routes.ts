import type { Page } from 'playwright-core';
import type { FurnishedAccount } from '../harness/furnished.ts';

/** A page in one of its states, as `make screenshots` photographs it and tests judge it. */
export interface PageState {
  /** Its address, as `App.tsx` has it. */
  readonly route: string;
  /** Short, of letters and hyphens: the name of its pictures. */
  readonly name: string;
  /** Where it is in an account that has some of everything. */
  readonly path: (account: FurnishedAccount) => string;
  /** Whether only signed-in people see it. */
  readonly signedIn: boolean;
  /** What brings it into this state, such as a click that opens a dialog. */
  readonly reach?: (page: Page) => Promise<void>;
}

function open(name: string, route: string, path: PageState['path'] = () => route): PageState {
  return { name, route, path, signedIn: false };
}

function own(
  name: string,
  route: string,
  path: PageState['path'] = () => route,
  reach?: PageState['reach'],
): PageState {
  return { name, route, path, signedIn: true, ...(reach && { reach }) };
}

function listPath({ shoppingListId }: FurnishedAccount): string {
  return `/shopping/${shoppingListId}`;
}

/** Every page of the app. A new route in `App.tsx` needs a line here; a test says so. */
export const pageStates: readonly PageState[] = [
  open('welcome', '/'),
  open('sign-in', '/sign-in'),
  open('register', '/register'),
  open('forgot-password', '/forgot-password'),
  open('reset-password', '/reset-password', () => `/reset-password#token=${'x'.repeat(43)}`),
  open('reset-password-link', '/reset-password'),
  open('not-found', '/*', () => '/no/such/page'),
  own('recipes', '/recipes'),
  own('recipes-found', '/recipes', () => '/recipes?q=tomato&maxMinutes=60&sort=time'),
  own('recipes-nothing', '/recipes', () => '/recipes?q=zzzz'),
  own(
    'recipes-filters',
    '/recipes',
    () => '/recipes?tag=vegan',
    async (page) => {
      const button = page.getByRole('button', { name: /^Filters/ });
      // Wide screens show them beside the list.
      if (await button.isVisible()) await button.click();
    },
  ),
  own('recipe', '/recipes/:id', ({ recipeId }) => `/recipes/${recipeId}`),
  own(
    'recipe-menu-and-timer',
    '/recipes/:id',
    ({ recipeId }) => `/recipes/${recipeId}?servings=10`,
    async (page) => {
      await page
        .getByRole('button', { name: /^Start a timer/ })
        .first()
        .click();
      await page.getByRole('region', { name: 'Timers' }).waitFor();
      await page.getByRole('button', { name: 'More actions' }).click();
    },
  ),
  own('recipe-long', '/recipes/:id', ({ longRecipeId }) => `/recipes/${longRecipeId}`),
  own('cook-long', '/recipes/:id/cook', ({ longRecipeId }) => `/recipes/${longRecipeId}/cook`),
  own('cook', '/recipes/:id/cook', ({ recipeId }) => `/recipes/${recipeId}/cook?step=2`),
  own('cook-done', '/recipes/:id/cook', ({ recipeId }) => `/recipes/${recipeId}/cook?step=99`),
  own('recipe-missing', '/recipes/:id', () => `/recipes/${'0'.repeat(24)}`),
  own('recipe-new', '/recipes/new'),
  own('recipe-paste', '/recipes/new', undefined, readList),
  own('recipe-edit', '/recipes/:id/edit', ({ recipeId }) => `/recipes/${recipeId}/edit`),
  own('recipe-import', '/recipes/import'),
  own('recipe-found', '/recipes/import', undefined, findRecipe),
  own('collections', '/collections'),
  own('collection', '/collections/:id', ({ collectionId }) => `/collections/${collectionId}`),
  own(
    'collection-add',
    '/collections/:id',
    ({ collectionId }) => `/collections/${collectionId}`,
    (page) => press(page, 'Add recipes'),
  ),
  own('collection-new', '/collections', undefined, (page) => press(page, 'New collection')),
  own('plan', '/plan'),
  own('plan-add', '/plan', undefined, (page) => press(page, /^Add to Snack/)),
  own('plan-move', '/plan', undefined, moveMeal),
  own('shopping-lists', '/shopping'),
  own('shopping-list', '/shopping/:id', listPath),
  own('shopping-basket', '/shopping/:id', listPath, async (page) => {
    await page.getByText(/^In the basket \(/).click();
  }),
  own('shopping-item', '/shopping/:id', listPath, async (page) => {
    await page
      .getByRole('button', { name: /^Edit / })
      .first()
      .click();
  }),
  own('shopping-fill', '/shopping/:id', listPath, async (page) => {
    await page.getByRole('button', { name: 'Add from recipes' }).click();
    await page.getByRole('dialog').getByRole('checkbox').first().check();
  }),
  own(
    'recipe-to-shopping',
    '/recipes/:id',
    ({ recipeId }) => `/recipes/${recipeId}`,
    async (page) => {
      await page.getByRole('button', { name: 'Add to shopping list' }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    },
  ),
  own('shopping-gone', '/shopping/:id', () => `/shopping/${'0'.repeat(24)}`),
  own('recipe-save', '/recipes/save', savedFrom),
  own('recipe-save-nothing', '/recipes/save'),
  own('recipe-share', '/recipes/:id', ({ recipeId }) => `/recipes/${recipeId}`, openShare),
  own('account', '/account'),
  own('account-password', '/account', undefined, (page) =>
    page.getByRole('button', { name: 'Change password' }).click(),
  ),
  own('account-delete', '/account', undefined, (page) =>
    page.getByRole('button', { name: 'Delete account' }).click(),
  ),
  own('shares', '/account/shares'),
];

/** Ingredients that were pasted, and what was understood of them. */
async function readList(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Paste a list' }).click();
  const list = '2 tbsp olive oil\n1 onion, chopped\nFor the sauce:\n400 g tomatoes';
  await page.getByLabel('Ingredients, one on each line').fill(list);
  await page.getByRole('button', { name: 'Read the list' }).click();
  await page.getByRole('button', { name: 'Add 3 ingredients' }).waitFor();
}

/** A recipe that was found in pasted text, and what could not be read of it. */
async function findRecipe(page: Page): Promise<void> {
  await page.getByLabel('Pasted source').check();
  const recipe = {
    '@type': 'Recipe',
    name: 'Soup',
    recipeIngredient: ['1 l water'],
    cookTime: 'soon',
  };
  await page.getByLabel('Source of the page, or its JSON-LD').fill(JSON.stringify(recipe));
  await page.getByRole('button', { name: 'Get the recipe' }).click();
  await page.getByText('things could not be read').click();
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** The dialog that asks for another place in the plan. */
async function moveMeal(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^More for .* Dinner/ })
    .first()
    .click();
  await press(page, 'Move to …');
}

/** Where the page of a shared recipe leads to who wants to keep it. */
function savedFrom({ sharedPath }: FurnishedAccount): string {
  return `/recipes/save#${sharedPath.split('/').at(-1)}`;
}

/** The dialog that makes a link. */
async function openShare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a link' }).waitFor();
}
