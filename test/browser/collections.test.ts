import type { Page } from 'playwright-core';
import { eventually } from '../harness/eventually.ts';
import { signedInBrowser } from '../harness/signed-in-browser.ts';
import { makeCollection } from './flows/collections.ts';

const person = signedInBrowser({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
const { origin, send } = person;
const titles = ['Dal', 'Pizza', 'Waffles'];
let page: Page;

beforeAll(async () => {
  page = person.page;
  for (const title of titles) await send('POST', '/api/recipes', { title });
});

/** Where the API has the collection whose page is shown. */
const pathInApi = () => `/api${new URL(page.url()).pathname}`;
const titlesOf = async (path: string): Promise<string[]> =>
  (await send('GET', path)).recipes.map(({ title }: { title: string }) => title);
const savedOrder = () => titlesOf(pathInApi());

test('recipes are put into an order by menu, keyboard and mouse, taken out and put back', async () => {
  await makeCollection(page, origin, titles);
  await eventually(savedOrder, ['Dal', 'Pizza', 'Waffles']);

  await page.getByRole('button', { name: 'More for Waffles' }).click();
  await page.getByRole('button', { name: 'Move to the start' }).click();
  await eventually(savedOrder, ['Waffles', 'Dal', 'Pizza']);

  await page.getByRole('button', { name: 'Drag Waffles' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('Waffles is picked up. It is number 1 of 3.').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.getByText('Waffles is now number 2 of 3.').waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await eventually(savedOrder, ['Dal', 'Waffles', 'Pizza']);

  await page.getByRole('button', { name: 'Drag Pizza' }).hover();
  await page.mouse.down();
  const first = await page.getByRole('listitem').filter({ hasText: 'Dal' }).boundingBox();
  if (!first) throw new Error('Dal is not shown.');
  await page.mouse.move(first.x + 60, first.y + 40, { steps: 10 });
  await page.mouse.move(first.x + 50, first.y + 40, { steps: 5 });
  await page.mouse.up();
  await eventually(savedOrder, ['Pizza', 'Dal', 'Waffles']);

  await page.getByRole('button', { name: 'More for Dal' }).click();
  await page.getByRole('button', { name: 'Take out' }).click();
  await eventually(savedOrder, ['Pizza', 'Waffles']);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await eventually(savedOrder, ['Pizza', 'Dal', 'Waffles']);
}, 60_000);

test('a name that was changed in two places shows both, and the one chosen stays', async () => {
  await makeCollection(page, origin, []);
  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('button', { name: 'Change name and description' }).click();
  const path = pathInApi();
  await send('PATCH', path, { name: 'From the phone' });
  await page.getByLabel('Name', { exact: true }).fill('From the laptop');
  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('dialog', { name: 'Changed in two places' });
  await conflict.getByText('From the phone').waitFor();
  await conflict.getByText('From the laptop').waitFor();
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('heading', { name: 'From the laptop', level: 1 }).waitFor();
  expect((await send('GET', path)).name).toBe('From the laptop');
}, 60_000);

test('a recipe is put into collections from its own page', async () => {
  const name = await makeCollection(page, origin, ['Pizza']);
  const path = pathInApi();
  const titlesIn = () => titlesOf(path);
  await page.getByRole('link', { name: 'Pizza' }).click();
  await page.getByRole('heading', { name: 'Pizza', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('button', { name: 'Add to a collection' }).click();
  const choice = page.getByRole('checkbox', { name });
  expect(await choice.isChecked()).toBe(true);
  await choice.uncheck();
  await eventually(titlesIn, []);
  await eventually(() => choice.isChecked(), false);
  await choice.check();
  await eventually(titlesIn, ['Pizza']);
}, 60_000);

test('a collection is deleted, its recipes stay', async () => {
  const name = await makeCollection(page, origin, ['Dal']);
  await page.getByRole('button', { name: 'More for this collection' }).click();
  await page.getByRole('button', { name: 'Delete collection' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete collection' }).click();
  await page.getByRole('heading', { name: 'Collections', level: 1 }).waitFor();
  await page.getByRole('link', { name }).waitFor({ state: 'detached' });
  expect((await send('GET', '/api/recipes')).total).toBe(3);
}, 60_000);
