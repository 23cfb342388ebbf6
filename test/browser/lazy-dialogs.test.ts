import type { Page } from 'playwright-core';
import { signedInBrowser } from '../harness/signed-in-browser.ts';

const person = signedInBrowser({ locale: 'en', serviceWorkers: 'block' });
const { origin, send } = person;
let page: Page;
let recipeId: string;

beforeAll(async () => {
  page = person.page;
  recipeId = (await send('POST', '/api/recipes', { title: 'Dal' })).id;
});

const press = (name: string) => page.getByRole('button', { name }).first().click();

test.each([
  {
    file: 'NewCollectionDialog',
    path: () => '/collections',
    open: () => press('New collection'),
  },
  {
    file: 'AddToCollectionDialog',
    path: () => `/recipes/${recipeId}`,
    open: async () => {
      await press('More actions');
      await press('Add to a collection');
    },
  },
  {
    file: 'PasteDialog',
    path: () => '/recipes/new',
    open: () => press('Paste a list'),
  },
  {
    file: 'ShareDialog',
    path: () => `/recipes/${recipeId}`,
    open: () => press('Share'),
  },
])(
  '$file that does not come is told of, and opens once it comes',
  async ({ file, path, open }) => {
    const script = `**/assets/${file}-*.js`;
    await page.route(script, (route) => route.abort());
    await page.goto(origin + path());
    await open();
    await page.getByText('This could not be loaded').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.unroute(script);
    await open();
    await page.getByRole('dialog').waitFor();
  },
  60_000,
);
