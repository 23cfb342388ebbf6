import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { call } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { drawPlate } from '../harness/plates.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { signIn } from '../harness/visit.ts';

const recipe = {
  '@type': 'Recipe',
  name: 'Plum dumplings',
  image: ['/gone.jpg', '/plums.jpg'],
  recipeIngredient: ['500 g plums', '2-3 tbsp sugar, brown'],
  recipeInstructions: ['Fill.', 'Boil.'],
};

let stack: OwnStack;
let site: Server;
let origin: string;
let user: TestUser;
let browser: OpenBrowser;
let page: Page;

beforeAll(async () => {
  // Only a stack of one's own fetches from this machine.
  stack = await ownStack({ RECIPE_IMPORT_ALLOW_LOOPBACK: 'true' });
  origin = `http://localhost:${stack.port}`;
  const picture = await drawPlate(2);
  const html = `<script type="application/ld+json">${JSON.stringify(recipe)}</script>`;
  site = createServer(({ url }, response) => {
    if (url === '/plums.jpg') response.setHeader('Content-Type', 'image/jpeg').end(picture);
    else if (url === '/plums') response.setHeader('Content-Type', 'text/html').end(html);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  user = await registerUser(stack.port);
  browser = await openBrowser({ viewport: { width: 390, height: 844 }, locale: 'en' });
  page = await browser.context.newPage();
  await signIn(page, origin, user);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  site?.closeAllConnections();
  site?.close();
  stack?.stop();
}, 60_000);

test('a recipe of another site is looked through, with its picture, and saved', async () => {
  const address = site.address();
  const from = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  await page.goto(`${origin}/recipes/import`);
  await page.getByLabel('Address of the page').fill(`${from}/plums`);
  await page.getByRole('button', { name: 'Get the recipe' }).click();
  await page.getByText('2 ingredients and 2 steps.').waitFor();
  // The first picture of the page is not there any more.
  await page.getByText('The site does not hand the picture out.').waitFor();
  await page.getByRole('button', { name: 'From the web' }).click();
  await page.getByRole('button', { name: 'Try the next of 2' }).click();
  await page.getByRole('img', { name: 'The new picture' }).waitFor();
  await page.getByLabel('Serves').fill('4');
  await page.getByRole('button', { name: 'Save the recipe' }).click();
  await page.getByRole('heading', { name: recipe.name, level: 1 }).waitFor();
  const path = `/api${new URL(page.url()).pathname}`;
  expect((await call({ port: stack.port, path, token: user.token })).json).toMatchObject({
    ingredients: [
      { quantity: 500, unit: 'g', name: 'plums' },
      { quantity: 2, quantityMax: 3, unit: 'tbsp', name: 'sugar', note: 'brown' },
    ],
    steps: ['Fill.', 'Boil.'],
    servings: 4,
    sourceUrl: `${from}/plums`,
    image: { width: 1280, height: 960 },
  });
}, 90_000);
