/** @jest-environment jest-fixed-jsdom */
import { act, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { recipeKeys } from '../../api/keys.ts';
import { session } from '../../auth/session.ts';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { listId, listOf } from '../testing/lists.ts';
import { AddToShopping } from './AddToShopping.tsx';

const recipeId = 'a'.repeat(24);
const recipe = {
  id: recipeId,
  servings: 2,
  ingredients: [
    { name: 'flour', quantity: 100, unit: 'g' },
    { name: 'salt' },
    { name: 'eggs', quantity: 1, note: 'large' },
  ],
};
const list = listOf([], { version: 2 });

let users = 0;

async function openDialog(lists: object[]) {
  users += 1;
  const user = { id: `buyer ${users}`, email: 'ada@example.com', name: 'Ada' };
  session.begin({ accessToken: 'token', user } as Parameters<typeof session.begin>[0]);
  const asked = answerApi({
    'GET /api/shopping-lists': [200, { items: lists, page: 1, limit: 100, total: lists.length }],
    [`GET /api/recipes/${recipeId}`]: [200, recipe],
    [`POST /api/shopping-lists/${listId}/items`]: [200, list],
    'POST /api/shopping-lists': [201, list],
  });
  const view = renderPage(
    <Suspense>
      <AddToShopping recipeId={recipeId} servings={6} />
    </Suspense>,
  );
  // The dialog suspends until the lists of the device are read.
  await act(async () => {
    await view.user.click(screen.getByRole('button', { name: 'Add to shopping list' }));
  });
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByRole('checkbox', { name: 'salt' });
  const posted = () => asked.filter(({ method }) => method === 'POST');
  return { ...view, dialog, asked, posted };
}

afterEach(() => session.end('expired'));

test('what is chosen of a recipe goes on the current list, for as many as wanted', async () => {
  const { user, dialog, posted } = await openDialog([list]);
  await user.click(dialog.getByRole('checkbox', { name: 'salt' }));
  await user.click(dialog.getByRole('button', { name: 'Add 2 items' }));
  expect(await screen.findByText('2 items are on “Saturday”.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  const [sent, ...others] = posted();
  expect(others).toEqual([]);
  expect(sent?.path).toBe(`/api/shopping-lists/${listId}/items`);
  expect(sent?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/);
  expect(sent?.body).toEqual({
    items: [
      { name: 'flour', quantity: 300, unit: 'g', recipeIds: [recipeId] },
      { name: 'eggs', quantity: 3, note: 'large', recipeIds: [recipeId] },
    ],
  });
});

test('a recipe that was changed meanwhile is bought for as it is now', async () => {
  const { user, client, dialog } = await openDialog([list]);
  const changed = { ...recipe, ingredients: [{ name: 'rye', quantity: 50, unit: 'g' }] };
  act(() => void client.setQueryData(recipeKeys.one(recipeId), changed));
  expect(await dialog.findByRole('checkbox', { name: '150 g rye' })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Add 1 item' }));
  await screen.findByText('1 item is on “Saturday”.');
});

test('who has no list yet gets one', async () => {
  const { user, dialog, posted } = await openDialog([]);
  await user.click(dialog.getByRole('button', { name: 'Add 3 items' }));
  await screen.findByText('3 items are on “Saturday”.');
  expect(posted()).toMatchObject([
    { path: '/api/shopping-lists', body: { name: 'Shopping list' } },
  ]);
});

test('with nothing chosen nothing can be added', async () => {
  const { user, dialog } = await openDialog([list]);
  await user.click(dialog.getByRole('button', { name: 'Choose none' }));
  const add = dialog.getByRole('button', { name: 'Add 0 items' });
  expect((add as HTMLButtonElement).disabled).toBe(true);
});
