/** @jest-environment jest-fixed-jsdom */
import { act, screen, within } from '@testing-library/react';
import { Suspense } from 'react';
import { session } from '../../auth/session.ts';
import { answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { openShopping } from '../offline/shopping.ts';
import { itemId, itemNamed, listId, listOf } from '../testing/lists.ts';
import type { List } from '../types.ts';
import ShoppingListsPage from './ShoppingListsPage.tsx';

const current = listOf([itemNamed(1, 'milk'), itemNamed(2, 'bread')]);
const other = listOf([], { id: 'c'.repeat(24), name: 'Party', isActive: false });

let users = 0;

async function openLists(lists: List[], more: Record<string, TestAnswer> = {}) {
  users += 1;
  const user = { id: `owner ${users}`, email: 'ada@example.com', name: 'Ada' };
  session.begin({ accessToken: 'token', user } as Parameters<typeof session.begin>[0]);
  const asked = answerApi({
    'GET /api/shopping-lists': [200, { items: lists, page: 1, limit: 100, total: lists.length }],
    ...more,
  });
  const { store } = await openShopping(user.id);
  const page = (
    <Suspense>
      <ShoppingListsPage />
    </Suspense>
  );
  const view = await act(async () => renderPage(page));
  return { ...view, asked, store };
}

afterEach(() => session.end('expired'));

function cardOf(name: string) {
  const card = screen.getByRole('link', { name }).closest('article');
  if (!card) throw new Error(`There is no card of ${name}.`);
  return within(card);
}

test('counts what was ticked on this device, sent or not', async () => {
  const { store } = await openLists([current, other], {
    [`POST /api/shopping-lists/${listId}/sync`]: [503],
  });
  await screen.findByText('0 of 2 in the basket');
  await act(async () => {
    await store.take(current);
    await store.edit(listId, itemId(1), { checked: true });
  });
  expect(cardOf('Saturday').getByText('1 of 2 in the basket')).toBeTruthy();
});

test('a list is renamed, whatever version it is in', async () => {
  const { user, asked } = await openLists([current], {
    [`PATCH /api/shopping-lists/${listId}`]: [200, { ...current, name: 'Sunday', version: 2 }],
  });
  await user.click(await screen.findByRole('button', { name: 'More for Saturday' }));
  await user.click(screen.getByRole('button', { name: 'Rename' }));
  const dialog = within(screen.getByRole('dialog'));
  const name = dialog.getByLabelText('Name of the list');
  await user.clear(name);
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText('Please fill this in.')).toBeTruthy();
  await user.type(name, 'Sunday');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('link', { name: 'Sunday' })).toBeTruthy();
  const change = asked.find(({ method }) => method === 'PATCH');
  expect(change?.body).toEqual({ name: 'Sunday' });
  expect(change?.headers.get('if-match')).toBeNull();
});

test('a list is deleted after a question', async () => {
  const { user, asked } = await openLists([current], {
    [`DELETE /api/shopping-lists/${listId}`]: [204],
  });
  await user.click(await screen.findByRole('button', { name: 'More for Saturday' }));
  await user.click(screen.getByRole('button', { name: 'Delete list' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Delete “Saturday”?' }));
  await user.click(dialog.getByRole('button', { name: 'Delete list' }));
  expect(await screen.findByText('“Saturday” is deleted.')).toBeTruthy();
  expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

test('who has no list is shown how to begin', async () => {
  await openLists([]);
  expect(await screen.findByText('No shopping list yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'New list' })).toBeTruthy();
});
