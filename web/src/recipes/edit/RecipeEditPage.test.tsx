/** @jest-environment jest-fixed-jsdom */

import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { collectionKeys, planKeys, recipeKeys } from '../../api/keys.ts';
import { session } from '../../auth/session.ts';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { dismissToast, toastStore } from '../../ui/toasts.ts';
import RecipeEditPage from './RecipeEditPage.tsx';

const writer = { id: '0'.repeat(24), email: 'cook@example.com', name: 'Cook' };
const recipe = {
  id: 'r1',
  version: 3,
  title: 'Soup',
  ingredients: [{ quantity: 1, unit: 'l', name: 'stock', original: '1 l stock' }],
  steps: ['Boil.'],
  tags: ['quick'],
  notes: 'Good.',
  rating: 4,
};
const theirs = { ...recipe, version: 4, title: 'Their soup', notes: 'Very good.' };
const changed = [412, { type: 'urn:recipe-book:problem:changed-meanwhile' }] as const;

beforeEach(() => {
  for (const { id } of toastStore.getSnapshot()) dismissToast(id);
  localStorage.clear();
  session.begin({ accessToken: 'token', user: writer });
});
afterEach(cleanup);

async function open(answers: Parameters<typeof answerApi>[0]) {
  const asked = answerApi({ 'GET /api/recipes/r1': [200, recipe], ...answers });
  const view = renderPage(<RecipeEditPage />, {
    at: '/recipes/r1/edit',
    pattern: '/recipes/:id/edit',
  });
  await screen.findByLabelText('Name');
  return { ...view, asked };
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const save = () => screen.getByRole('button', { name: 'Save the recipe' });

test('only what was changed is sent, for the version that was opened', async () => {
  const { user, asked, client } = await open({
    'PATCH /api/recipes/r1': [200, { ...recipe, version: 4, title: 'Soup!' }],
  });
  for (const key of [collectionKeys.all, planKeys.all]) client.setQueryData(key, {});
  await user.type(field('Name'), '!');
  await user.clear(field('Notes'));
  await user.click(save());
  await screen.findByText('another page');
  const patch = asked.find(({ method }) => method === 'PATCH');
  expect(patch?.body).toEqual({ title: 'Soup!', notes: null });
  expect(patch?.headers.get('if-match')).toBe('"3"');
  expect(client.getQueryData(recipeKeys.one('r1'))).toMatchObject({ version: 4, title: 'Soup!' });
  // They show its title too.
  for (const key of [collectionKeys.all, planKeys.all]) {
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  }
});

test('a change that is refused is rolled back wherever the recipe is shown', async () => {
  const { user, client } = await open({ 'PATCH /api/recipes/r1': [500, {}] });
  await user.type(field('Name'), '!');
  await user.click(save());
  await screen.findByText('The server cannot answer now');
  expect(client.getQueryData(recipeKeys.one('r1'))).toMatchObject({ version: 3, title: 'Soup' });
  expect(field('Name').value).toBe('Soup!');
});

test('when the recipe was changed meanwhile, both versions show and what is chosen is saved', async () => {
  let reads = 0;
  const { user, asked } = await open({
    'GET /api/recipes/r1': () => [200, reads++ === 0 ? recipe : theirs],
    'PATCH /api/recipes/r1': ({ headers }) =>
      headers.get('if-match') === '"3"' ? changed : [200, { ...theirs, version: 5 }],
  });
  await user.type(field('Name'), '!');
  await user.click(save());
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText('Soup!');
  dialog.getByText('Their soup');
  const notes = within(dialog.getByRole('group', { name: 'Notes' }));
  expect(notes.getByRole<HTMLInputElement>('radio', { name: /The other one/ }).checked).toBe(true);
  await user.click(dialog.getByRole('button', { name: 'Save this version' }));
  await screen.findByText('another page');
  const patches = asked.filter(({ method }) => method === 'PATCH');
  expect(patches.map(({ body }) => body)).toEqual([{ title: 'Soup!' }, { title: 'Soup!' }]);
  expect(patches[1]?.headers.get('if-match')).toBe('"4"');
});

test('who takes the other version saves nothing over it', async () => {
  let reads = 0;
  const { user, asked } = await open({
    'GET /api/recipes/r1': () => [200, reads++ === 0 ? recipe : theirs],
    'PATCH /api/recipes/r1': changed,
  });
  await user.type(field('Name'), '!');
  await user.click(save());
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Take the other' }));
  await user.click(dialog.getByRole('button', { name: 'Save this version' }));
  await screen.findByText('another page');
  expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});

test('a save that was refused for another change says so as long as no choice is shown', async () => {
  let reads = 0;
  const { user } = await open({
    'GET /api/recipes/r1': () => {
      reads += 1;
      if (reads === 1) return [200, recipe];
      return reads === 2 ? [403, {}] : [200, theirs];
    },
    'PATCH /api/recipes/r1': changed,
  });
  await user.type(field('Name'), '!');
  await user.click(save());
  await screen.findByText('Changed meanwhile');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(screen.queryByText('Changed meanwhile')).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await screen.findByText('Changed meanwhile');
});

test('what is stored is no draft any longer, whatever becomes of the picture', async () => {
  const { user } = await open({
    'PATCH /api/recipes/r1': [200, { ...recipe, version: 4, title: 'Soup!' }],
    'DELETE /api/recipes/r1/image': [500, {}],
    'GET /api/recipes/r1': [200, { ...recipe, image: { id: 'p1', urls: [] } }],
  });
  await user.type(field('Name'), '!');
  await user.click(screen.getByRole('button', { name: 'Remove the picture' }));
  await user.click(save());
  await screen.findByText(/The recipe is saved, but its picture is not/);
  expect(localStorage.length).toBe(0);
});

test('a recipe that cannot be read says so and is read again', async () => {
  let reads = 0;
  answerApi({
    'GET /api/recipes/r1': () => (reads++ === 0 ? [403, { requestId: 'abc-123' }] : [200, recipe]),
  });
  const { user } = renderPage(<RecipeEditPage />, {
    at: '/recipes/r1/edit',
    pattern: '/recipes/:id/edit',
  });
  await screen.findByText('abc-123');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(field('Name').value).toBe('Soup'));
});
