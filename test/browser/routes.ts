import type { Page } from 'playwright-core';
import type { FurnishedAccount } from '../harness/furnished.ts';
import type { Says } from '../harness/page-texts.ts';

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
  readonly reach?: (page: Page, says: Says) => Promise<void>;
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
    async (page, says) => {
      const button = page.getByRole('button', { name: says('recipes.filtersOn') });
      // Wide screens show them beside the list.
      if (await button.isVisible()) await button.click();
    },
  ),
  own('recipe', '/recipes/:id', ({ recipeId }) => `/recipes/${recipeId}`),
  own(
    'recipe-menu-and-timer',
    '/recipes/:id',
    ({ recipeId }) => `/recipes/${recipeId}?servings=10`,
    async (page, says) => {
      await page
        .getByRole('button', { name: says('recipe.startTimer') })
        .first()
        .click();
      await page.getByRole('region', { name: says('timers.title') }).waitFor();
      await page.getByRole('button', { name: says('recipe.more') }).click();
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
    (page, says) => press(page, says('collections.addRecipes')),
  ),
  own('collection-new', '/collections', undefined, (page, says) =>
    press(page, says('collections.new')),
  ),
  own('plan', '/plan'),
  own('plan-add', '/plan', undefined, (page, says) =>
    press(page, says('plan.addTo', { place: says('plan.meal.snack') })),
  ),
  own('plan-move', '/plan', undefined, moveMeal),
  own('shopping-lists', '/shopping'),
  own('shopping-list', '/shopping/:id', listPath),
  own('shopping-basket', '/shopping/:id', listPath, async (page, says) => {
    await page.getByText(says('shopping.basket')).click();
  }),
  own('shopping-item', '/shopping/:id', listPath, async (page, says) => {
    await page
      .getByRole('button', { name: says('shopping.edit') })
      .first()
      .click();
  }),
  own('shopping-fill', '/shopping/:id', listPath, async (page, says) => {
    await page.getByRole('button', { name: says('shopping.fill') }).click();
    await page.getByRole('dialog').getByRole('checkbox').first().check();
  }),
  own(
    'recipe-to-shopping',
    '/recipes/:id',
    ({ recipeId }) => `/recipes/${recipeId}`,
    async (page, says) => {
      await page.getByRole('button', { name: says('common.addToShopping') }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    },
  ),
  own('shopping-gone', '/shopping/:id', () => `/shopping/${'0'.repeat(24)}`),
  own('recipe-save', '/recipes/save', savedFrom),
  own('recipe-save-nothing', '/recipes/save'),
  own('recipe-share', '/recipes/:id', ({ recipeId }) => `/recipes/${recipeId}`, openShare),
  own('account', '/account'),
  own('account-password', '/account', undefined, (page, says) =>
    page.getByRole('button', { name: says('account.password.change') }).click(),
  ),
  own('account-delete', '/account', undefined, (page, says) =>
    page.getByRole('button', { name: says('account.delete.title') }).click(),
  ),
  own('shares', '/account/shares'),
];

/** Ingredients that were pasted, and what was understood of them. */
async function readList(page: Page, says: Says): Promise<void> {
  await page.getByRole('button', { name: says('editor.paste.open') }).click();
  const list = '2 tbsp olive oil\n1 onion, chopped\nFor the sauce:\n400 g tomatoes';
  await page.getByLabel(says('editor.paste.label')).fill(list);
  await page.getByRole('button', { name: says('editor.paste.read') }).click();
  await page.getByRole('button', { name: says('editor.paste.add', { count: 3 }) }).waitFor();
}

/** A recipe that was found in pasted text, and what could not be read of it. */
async function findRecipe(page: Page, says: Says): Promise<void> {
  await page.getByLabel(says('import.byText')).check();
  const recipe = {
    '@type': 'Recipe',
    name: 'Soup',
    recipeIngredient: ['1 l water'],
    cookTime: 'soon',
  };
  await page.getByLabel(says('import.text')).fill(JSON.stringify(recipe));
  await page.getByRole('button', { name: says('import.read') }).click();
  await page.getByText(says('import.problems', { count: 2 })).click();
}

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** The dialog that asks for another place in the plan. */
async function moveMeal(page: Page, says: Says): Promise<void> {
  await page
    .getByRole('button', { name: says('plan.entry.more', { place: says('plan.meal.dinner') }) })
    .first()
    .click();
  await press(page, says('plan.entry.move'));
}

/** Where the page of a shared recipe leads to who wants to keep it. */
function savedFrom({ sharedPath }: FurnishedAccount): string {
  return `/recipes/save#${sharedPath.split('/').at(-1)}`;
}

/** The dialog that makes a link. */
async function openShare(page: Page, says: Says): Promise<void> {
  await page.getByRole('button', { name: says('common.share') }).click();
  await page.getByRole('button', { name: says('shares.dialog.make') }).waitFor();
}
