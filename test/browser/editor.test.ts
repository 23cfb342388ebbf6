import type { Page } from 'playwright-core';
import { drawPlate } from '../harness/plates.ts';
import { signedInBrowser } from '../harness/signed-in-browser.ts';
import { until } from '../harness/until.ts';
import { changeRecipe, importRecipe, writeRecipe } from './flows/editor.ts';

const person = signedInBrowser({ viewport: { width: 1280, height: 900 }, locale: 'en' });
const { origin, send } = person;
let page: Page;

beforeAll(() => {
  page = person.page;
});

/** What the API says of the recipe whose page is shown. */
const shown = () => send('GET', `/api${new URL(page.url()).pathname}`);

async function makeRecipe(recipe: object): Promise<string> {
  return (await send('POST', '/api/recipes', recipe)).id;
}

const save = () => page.getByRole('button', { name: 'Save the recipe' }).click();
const names = () =>
  page
    .getByLabel(/^Name of ingredient/)
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test('a recipe with a pasted list of ingredients is saved as it was understood', async () => {
  const title = await writeRecipe(page, origin);
  expect(await shown()).toMatchObject({
    title,
    ingredients: [
      { quantity: 4, unit: 'slices', name: 'bread', original: '4 slices bread' },
      { quantity: 2, quantityMax: 3, name: 'tomatoes', note: 'sliced', group: 'For the top' },
      { quantity: 1, unit: 'tbsp', name: 'olive oil', group: 'For the top' },
    ],
    steps: ['Toast the bread.', 'Lay the tomatoes on it.'],
  });
}, 60_000);

test('rows are put into order by keyboard, by mouse and by buttons', async () => {
  const ingredients = ['one', 'two', 'three'].map((name) => ({ name }));
  const id = await makeRecipe({ title: 'Order', ingredients });
  await page.goto(`${origin}/recipes/${id}/edit`);

  const from = await page.getByRole('button', { name: 'Drag ingredient 3' }).boundingBox();
  const to = await page.getByRole('button', { name: 'Drag ingredient 1' }).boundingBox();
  if (!from || !to) throw new Error('A row has no grip.');
  await page.mouse.move(from.x + 8, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y);
  await page.mouse.move(to.x + 8, to.y + 8, { steps: 10 });
  await page.mouse.up();
  await until('the row moved', 5, async () => (await names()).join() === 'three,one,two');

  await page.getByRole('button', { name: 'Drag ingredient 1' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('Picked up ingredient 1, at place 1 of 3.').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.getByText('ingredient 1 is now at place 2 of 3.').waitFor();
  await page.keyboard.press('Space');
  await until('the row moved', 5, async () => (await names()).join() === 'one,three,two');

  await page.getByRole('button', { name: 'Move ingredient 1 down' }).press('Enter');
  await until('the row moved', 5, async () => (await names()).join() === 'three,one,two');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Move ingredient 2 down',
  );
  await save();
  await page.getByRole('heading', { name: 'Order', level: 1 }).waitFor();
  const { ingredients: saved } = await shown();
  expect(saved).toEqual([{ name: 'three' }, { name: 'one' }, { name: 'two' }]);
}, 60_000);

test('a large picture is shown, made smaller and sent, and can be taken away', async () => {
  const id = await makeRecipe({ title: 'Pictured' });
  await page.goto(`${origin}/recipes/${id}/edit`);
  await page.getByLabel('Choose a picture').setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('no picture'),
  });
  await page.getByText('This is no picture that can be shown.').waitFor();
  const buffer = await drawPlate(1);
  await page
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'plate.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('img', { name: 'The new picture' }).waitFor();
  const sending = page.waitForRequest((request) => request.url().endsWith('/image'));
  await save();
  expect((await sending).headers()['if-match']).toBe('"1"');
  await page.getByRole('heading', { name: 'Pictured', level: 1 }).waitFor();
  expect((await shown()).image).toMatchObject({ width: 1280, height: 960 });

  await page.goto(`${origin}/recipes/${id}/edit`);
  await page.getByRole('img', { name: 'The picture of the recipe' }).waitFor();
  await page.getByRole('button', { name: 'Remove the picture' }).click();
  await save();
  await page.getByRole('heading', { name: 'Pictured', level: 1 }).waitFor();
  expect(await shown()).not.toHaveProperty('image');
}, 60_000);

test('when somebody else has changed the recipe, both versions show and a mix is saved', async () => {
  const id = await makeRecipe({ title: 'Stew', notes: 'Old note.', servings: 4 });
  await page.goto(`${origin}/recipes/${id}/edit`);
  await page.getByLabel('Name', { exact: true }).fill('My stew');
  await page.getByLabel('Serves').fill('6');
  const theirs = { title: 'Their stew', notes: 'New note.', servings: 2 };
  await send('PATCH', `/api/recipes/${id}`, theirs);
  await save();
  const dialog = page.getByRole('dialog', { name: 'Changed in two places' });
  await dialog.waitFor();
  await dialog.getByText('Their stew').waitFor();
  const notes = dialog.getByRole('group', { name: 'Notes' });
  // Nobody but the others changed it.
  expect(await notes.getByRole('radio', { name: /The other one/ }).isChecked()).toBe(true);
  await dialog.getByRole('group', { name: 'Serves' }).getByText('2', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save this version' }).click();
  await page.getByRole('heading', { name: 'My stew', level: 1 }).waitFor();
  expect(await shown()).toMatchObject({ title: 'My stew', notes: 'New note.', servings: 2 });
}, 60_000);

test('what is not saved is there again after a reload, until it is discarded', async () => {
  await page.goto(`${origin}/recipes/new`);
  await page.getByLabel('Name', { exact: true }).fill('Half a recipe');
  page.once('dialog', (asked) => void asked.accept());
  await page.reload();
  await page.getByText('Here is what you wrote and did not save').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Half a recipe');
  await page.getByRole('status').getByRole('button', { name: 'Discard the draft' }).click();
  await page.reload();
  await page.getByLabel('Name', { exact: true }).waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
}, 60_000);

test('a recipe is changed, and one imported from the source of a page', async () => {
  await changeRecipe(page, origin);
  await importRecipe(page, origin);
  expect((await shown()).ingredients).toMatchObject([{ quantity: 1, unit: 'l', name: 'water' }]);
}, 60_000);

test('an address that is no recipe is answered with what to do', async () => {
  await page.goto(`${origin}/recipes/import`);
  await page.getByLabel('Address of the page').fill('127.0.0.1/soup');
  await page.getByRole('button', { name: 'Get the recipe' }).click();
  await page.getByText('This address is not on the public internet').waitFor();
}, 60_000);

test('saving waits for as long as a rate limit says, in sight, and makes one recipe', async () => {
  await page.goto(`${origin}/recipes/new`);
  await page.getByLabel('Name', { exact: true }).fill('Limited');
  const keys: (string | undefined)[] = [];
  await page.route('**/api/recipes', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    return route.fulfill({
      status: 429,
      headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
      body: '{}',
    });
  });
  await save();
  await page.getByText('This goes on by itself when it is over.').waitFor();
  await page.getByRole('heading', { name: 'Limited', level: 1 }).waitFor();
  await page.unroute('**/api/recipes');
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
}, 60_000);
