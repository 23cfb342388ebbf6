/** @jest-environment jest-fixed-jsdom */
import { act, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { session } from '../../auth/session.ts';
import { type Asked, answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { withChanges } from '../offline/apply.ts';
import { itemId, itemNamed, listId, listOf } from '../testing/lists.ts';
import type { Change, List } from '../types.ts';
import ShoppingListPage from './ShoppingListPage.tsx';

const list = listOf([
  itemNamed(1, 'apples', { aisle: 'produce', quantity: 4 }),
  itemNamed(2, 'bread', { aisle: 'bakery' }),
  itemNamed(3, 'milk', { aisle: 'dairy', quantity: 2, unit: 'l' }),
]);

let users = 0;

type Sync = (changes: Change[]) => TestAnswer;

/** Opens the list on a device of its own. */
async function openList(sync?: Sync, found: TestAnswer | (() => TestAnswer) = [200, list]) {
  users += 1;
  const user = { id: `user ${users}`, email: 'ada@example.com', name: 'Ada' };
  session.begin({ accessToken: 'token', user } as Parameters<typeof session.begin>[0]);
  let version = list.version;
  let told: List = list;
  const merged = ({ body }: Asked): TestAnswer => {
    const { changes } = body as { changes: Change[] };
    const refusal = sync?.(changes);
    if (refusal && refusal[0] !== 200) return refusal;
    version += 1;
    told = { ...withChanges(told, changes), version };
    return [200, told];
  };
  const asked = answerApi({
    [`GET /api/shopping-lists/${listId}`]: found,
    [`GET /api/shopping-lists/${listId}/events`]: [503],
    [`POST /api/shopping-lists/${listId}/sync`]: merged,
  });
  const page = (
    <Suspense>
      <ShoppingListPage />
    </Suspense>
  );
  const at = { at: `/shopping/${listId}`, pattern: '/shopping/:id' };
  // The page suspends until the lists of the device are read.
  const view = await act(async () => renderPage(page, at));
  const changes = () =>
    asked
      .filter(({ method }) => method === 'POST')
      .flatMap(({ body }) => (body as { changes: Change[] }).changes);
  return { ...view, changes };
}

afterEach(() => session.end('expired'));

test('shows what is to be bought in the order of the shop', async () => {
  await openList();
  await screen.findByRole('heading', { name: 'Saturday', level: 1 });
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Fruit and vegetables',
    'Bakery',
    'Dairy and eggs',
  ]);
  expect(screen.getByRole('checkbox', { name: '2 l milk' })).toBeTruthy();
});

test('a tick moves an item into the basket, is said and sent, and the focus goes on', async () => {
  const { user, changes } = await openList();
  (await screen.findByRole('checkbox', { name: '4 apples' })).focus();
  await user.keyboard(' ');
  expect(screen.getByText('In the basket (1)')).toBeTruthy();
  expect(screen.getByText('apples is in the basket, 2 to go.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'bread' }));
  await screen.findByText('All saved');
  expect(changes()).toMatchObject([{ kind: 'edit', itemId: itemId(1), fields: { checked: true } }]);
});

test('what is typed is read, sorted into its aisle, and added up with the same', async () => {
  const { user, changes } = await openList();
  const input = await screen.findByLabelText('Add to the list');
  await user.type(input, '1 l milk{Enter}');
  expect(screen.getByRole('checkbox', { name: '3 l milk' })).toBeTruthy();
  await user.type(input, '200 g carrots, sliced{Enter}');
  const added = screen.getByRole('checkbox', { name: '200 g carrots', description: 'sliced' });
  expect(added.closest('section')?.textContent).toContain('Fruit and vegetables');
  await user.type(input, 'Bread{Enter}');
  expect(screen.getByText('bread is on the list already.')).toBeTruthy();
  await screen.findByText('All saved');
  expect(changes().map(({ kind }) => kind)).toEqual(['edit', 'add']);
});

test('several lines that are pasted are several items', async () => {
  const { user } = await openList();
  await user.click(await screen.findByLabelText('Add to the list'));
  await user.paste('dates\n\n2 eggs');
  expect(screen.getByRole('checkbox', { name: 'dates' })).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: '2 eggs' })).toBeTruthy();
});

test('an item is edited: only what differs is sent, and a quantity that is none is told', async () => {
  const { user, changes } = await openList();
  await user.click(await screen.findByRole('button', { name: 'Edit milk' }));
  const dialog = within(screen.getByRole('dialog'));
  const quantity = dialog.getByLabelText('Quantity');
  await user.clear(quantity);
  await user.type(quantity, 'much');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText(/^Enter a number above 0/)).toBeTruthy();
  await user.clear(quantity);
  await user.type(quantity, '1 1/2');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(screen.getByRole('checkbox', { name: '1½ l milk' })).toBeTruthy();
  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(changes()).toMatchObject([{ fields: { quantity: 1.5, unit: 'l' } }]);
});

test('what is taken off the list can be put back', async () => {
  const { user } = await openList();
  await user.click(await screen.findByRole('button', { name: 'Edit bread' }));
  await user.click(screen.getByRole('button', { name: 'Take off the list' }));
  expect(screen.queryByRole('checkbox', { name: 'bread' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('checkbox', { name: 'bread' })).toBeTruthy();
});

test('what the server does not take is told, and shows no longer', async () => {
  const { user } = await openList(() => [400, { detail: 'There would be more than 500 items.' }]);
  await user.type(await screen.findByLabelText('Add to the list'), 'dates{Enter}');
  const notice = await screen.findByRole('alert');
  expect(within(notice).getByText('There would be more than 500 items.').lang).toBe('en');
  expect(screen.queryByRole('checkbox', { name: 'dates' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Understood' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('while the server cannot be reached the tick stands and the change waits', async () => {
  const { user } = await openList(() => [503]);
  await user.click(await screen.findByRole('checkbox', { name: 'bread' }));
  await screen.findByText('1 change waits for the network');
  expect(screen.getByText('In the basket (1)')).toBeTruthy();
});

test('a server that refuses is not called a lost connection, and can be asked again', async () => {
  let found: TestAnswer = [200, list];
  const { user, client } = await openList(undefined, () => found);
  await screen.findByText('All saved');
  found = [403, { requestId: 'request-for-help' }];
  await act(() => client.invalidateQueries());
  expect(await screen.findByText('request-for-help')).toBeTruthy();
  expect(screen.queryByText(/No connection/)).toBeNull();
  found = [200, list];
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  expect(screen.getByRole('checkbox', { name: 'bread' })).toBeTruthy();
});

test('a list that is no more says so', async () => {
  await openList(undefined, [404]);
  expect(await screen.findByText('This list is no more')).toBeTruthy();
});
