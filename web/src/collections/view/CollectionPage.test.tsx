/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor } from '@testing-library/react';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import type { Collection } from '../collection.ts';
import CollectionPage from './CollectionPage.tsx';

const id = 'c'.repeat(24);
const path = `/api/collections/${id}`;
const recipes = ['Dal', 'Pizza', 'Waffles'].map((title, at) => ({
  id: String(at).repeat(24),
  title,
  tags: [],
}));

function collection(shown = recipes, version = 1): Collection {
  const times = { createdAt: '', updatedAt: '' };
  return {
    id,
    version,
    name: 'Sundays',
    ...times,
    recipes: shown,
    recipeIds: shown.map((one) => one.id),
  };
}

function open(answers: Parameters<typeof answerApi>[0]) {
  const asked = answerApi({
    [`GET ${path}`]: [200, collection()],
    'GET /api/collections': [200, { items: [], page: 1, limit: 48, total: 0 }],
    ...answers,
  });
  const page = renderPage(<CollectionPage />, {
    at: `/collections/${id}`,
    pattern: '/collections/:id',
  });
  return { asked, ...page };
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);

test('a recipe that cannot be taken out is there again, with the reason', async () => {
  const { user } = open({ [`PATCH ${path}`]: [503, { requestId: 'request-for-help' }] });
  await user.click(await screen.findByRole('button', { name: 'More for Dal' }));
  await user.click(screen.getByRole('button', { name: /Take out/ }));
  expect(await screen.findByText('request-for-help')).toBeTruthy();
  expect(titles()).toEqual(['Dal', 'Pizza', 'Waffles']);
});

test('an order is made on top of what others took out meanwhile', async () => {
  const left = recipes.slice(1);
  const stored = [collection(), collection(left, 2)];
  const refused = { type: 'urn:recipe-book:problem:changed-meanwhile' };
  const { user, asked } = open({
    [`GET ${path}`]: () => [200, stored.shift() ?? collection(left, 2)],
    [`PATCH ${path}`]: ({ headers }) =>
      headers.get('if-match') === '"1"' ? [412, refused] : [200, collection(left.toReversed(), 3)],
  });
  await user.click(await screen.findByRole('button', { name: 'More for Waffles' }));
  await user.click(screen.getByRole('button', { name: 'Move to the start' }));
  await waitFor(() => expect(titles()).toEqual(['Waffles', 'Pizza']));
  const sent = asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  expect(sent.at(-1)).toEqual({ recipeIds: [recipes[2]?.id, recipes[1]?.id] });
});

test('the first has nowhere earlier to go, the last nowhere later', async () => {
  const { user } = open({});
  await user.click(await screen.findByRole('button', { name: 'More for Dal' }));
  expect(screen.queryByRole('button', { name: 'Move earlier' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Move later' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'More for Waffles' }));
  expect(screen.queryByRole('button', { name: 'Move later' })).toBeNull();
});

test('asks before it is deleted, and says what stays', async () => {
  const { user, asked } = open({ [`DELETE ${path}`]: [204, undefined] });
  await user.click(await screen.findByRole('button', { name: 'More for this collection' }));
  await user.click(screen.getByRole('button', { name: 'Delete collection' }));
  expect(await screen.findByText(/Its recipes stay/)).toBeTruthy();
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  await user.click(screen.getAllByRole('button', { name: 'Delete collection' }).at(-1) as Element);
  expect(await screen.findByText('another page')).toBeTruthy();
  expect(await screen.findByText('Sundays is deleted.')).toBeTruthy();
  expect(asked.filter((one) => one.path === path && one.method === 'GET')).toHaveLength(1);
});

test('a collection that is not there has a page that says so', async () => {
  open({ [`GET ${path}`]: [404] });
  const heading = await screen.findByRole('heading', { level: 1, name: 'Collection not found' });
  expect(heading).toBeTruthy();
  expect(document.title).toContain('Collection not found');
  expect(screen.getByRole('link', { name: 'All collections' })).toBeTruthy();
});

test('a collection that cannot be had leaves the page with a heading, and a way to try again', async () => {
  open({ [`GET ${path}`]: [403, { requestId: 'request-for-help' }] });
  expect(await screen.findByText('request-for-help')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'Collection' })).toBeTruthy();
  expect(document.title).toContain('Collection');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});
