/** @jest-environment jest-fixed-jsdom */
import { cleanup, screen, within } from '@testing-library/react';
import { session } from '../../auth/session.ts';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import RecipeImportPage from './RecipeImportPage.tsx';

const writer = { id: '0'.repeat(24), email: 'cook@example.com', name: 'Cook' };
const recipe = {
  title: 'Crêpes',
  ingredients: [{ quantity: 3, name: 'eggs', original: '3 eggs' }],
  steps: ['Fry.'],
  tags: [],
  sourceUrl: 'https://www.example.com/crepes',
};
const found = {
  recipe,
  images: [],
  problems: [{ field: 'cookMinutes', message: 'The time “soon” could not be read.' }],
};
const nothing = [200, { tags: [], cuisines: [], dishTypes: [] }] as const;

beforeEach(() => {
  localStorage.clear();
  session.begin({ accessToken: 'token', user: writer });
});
afterEach(cleanup);

function open(answers: Parameters<typeof answerApi>[0], at = '/recipes/import') {
  const asked = answerApi({ 'GET /api/recipes/labels': nothing, ...answers });
  return { ...renderPage(<RecipeImportPage />, { at, pattern: '/recipes/import' }), asked };
}
const read = () => screen.getByRole('button', { name: 'Get the recipe' });

test('what was found is shown, changed and saved', async () => {
  const { user, asked } = open({
    'POST /api/recipes/import': [200, found],
    'POST /api/recipes': [201, { ...recipe, id: 'r1', version: 1 }],
  });
  await user.type(screen.getByLabelText('Address of the page'), 'www.example.com/crepes');
  await user.click(read());
  await screen.findByText('Found on example.com');
  screen.getByText('1 ingredient and 1 step. Look it through, change what you like, and save it.');
  screen.getByText('The time “soon” could not be read.');
  await user.type(screen.getByLabelText('Cook (min)'), '10');
  await user.click(screen.getByRole('button', { name: 'Save the recipe' }));
  await screen.findByText('another page');
  const [imported, saved] = asked.filter(({ method }) => method === 'POST');
  expect(imported?.body).toEqual({ url: 'https://www.example.com/crepes' });
  expect(saved?.body).toEqual({ ...recipe, cookMinutes: 10 });
});

test.each([
  ['url=https%3A%2F%2Fexample.com%2Fcrepes', 'https://example.com/crepes'],
  [
    'text=Cr%C3%AApes%3A%20https%3A%2F%2Fexample.com%2Fcrepes%20by%20Ann',
    'https://example.com/crepes',
  ],
  ['url=&text=example.com', 'example.com'],
])('what another app shares as %s stands in the form', (query, address) => {
  open({}, `/recipes/import?${query}`);
  expect(screen.getByLabelText<HTMLInputElement>('Address of the page').value).toBe(address);
});

test('an import that was left unsaved is there again, and discarding it leads to the address', async () => {
  const first = open({ 'POST /api/recipes/import': [200, found] });
  await first.user.type(screen.getByLabelText('Address of the page'), 'example.com');
  await first.user.click(read());
  await first.user.type(await screen.findByLabelText('Name'), ' for two');
  first.unmount();
  const { user } = open({});
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Crêpes for two');
  const notice = screen.getByText(/^Here is what you wrote/).closest('div');
  await user.click(
    within(notice as HTMLElement).getByRole('button', { name: 'Discard the draft' }),
  );
  screen.getByLabelText('Address of the page');
});

test('pasted data and pasted source are told apart', async () => {
  const { user, asked } = open({ 'POST /api/recipes/import': [422, {}] });
  await user.click(screen.getByLabelText('Pasted source'));
  const text = screen.getByLabelText('Source of the page, or its JSON-LD');
  await user.click(text);
  await user.paste(' {"@type": "Recipe"}');
  await user.click(read());
  await screen.findByRole('alert');
  await user.clear(text);
  await user.paste('<html>');
  await user.click(read());
  await screen.findByRole('alert');
  expect(asked.map(({ body }) => body)).toEqual([
    { jsonLd: ' {"@type": "Recipe"}' },
    { html: '<html>' },
  ]);
});

test.each([
  ['no-recipe', 'There is no recipe here that programs can read.'],
  ['refused', 'The site does not answer programs.'],
  ['not-public', 'This address is not on the public internet'],
])('%s is answered with what to do', async (reason, text) => {
  const type = `urn:recipe-book:problem:import-${reason}`;
  const { user } = open({ 'POST /api/recipes/import': [422, { type, requestId: 'abc-123' }] });
  await user.type(screen.getByLabelText('Address of the page'), 'https://example.com');
  await user.click(read());
  await screen.findByText(text, { exact: false });
  screen.getByText('abc-123');
});

test.each(['', 'javascript:alert(1)', 'file:///etc/passwd'])('“%s” is no address', async (text) => {
  const { user, asked } = open({});
  if (text) await user.type(screen.getByLabelText('Address of the page'), text);
  await user.click(read());
  screen.getByText('Enter an address that starts with http:// or https://.');
  expect(asked).toEqual([]);
});

test('an address that another app shares stands in the field', () => {
  open({}, '/recipes/import?url=https%3A%2F%2Fexample.com%2Fsoup');
  expect(screen.getByLabelText<HTMLInputElement>('Address of the page').value).toBe(
    'https://example.com/soup',
  );
});
