import { type OpenBrowser, openBrowser } from '../harness/browser.ts';
import { noteRefusals, refusalsOf } from '../harness/refusals.ts';
import { testStack } from '../harness/stack.ts';

const origin = `http://localhost:${testStack().ingressPort}`;
let browser: OpenBrowser;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

test('the API reference is readable, and asks no other host for anything', async () => {
  const page = await browser.context.newPage();
  const problems: string[] = [];
  const asked: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  // Whether or not the console shows it.
  await page.addInitScript(noteRefusals);

  await page.goto(`${origin}/api/docs`);
  await page.getByRole('heading', { name: /Recipe Book/, level: 1 }).waitFor();
  const operation = page.locator('.opblock', { hasText: '/api/recipes/{id}/duplicate' });
  await operation.getByRole('button').first().click();
  await operation.getByText('Parameters', { exact: true }).waitFor();
  await operation.getByRole('cell', { name: '201' }).first().waitFor();

  expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual(
    [],
  );
  expect(asked).toContain(`${origin}/api/openapi.json`);
  expect(problems).toEqual([]);
  expect(await refusalsOf(page)).toEqual([]);
}, 60_000);
