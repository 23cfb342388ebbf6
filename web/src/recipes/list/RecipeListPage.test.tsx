/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { type Asked, answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { soup, summaryOf } from '../testing/recipes.ts';
import RecipeListPage from './RecipeListPage.tsx';

const labels = {
  tags: [{ name: 'quick', count: 2 }],
  cuisines: [{ name: 'Italian', count: 1 }],
  dishTypes: [],
};

/** Pages of a list of so many recipes. */
function pagesOf(total: number) {
  return ({ path }: Asked): TestAnswer => {
    const query = new URLSearchParams(path.split('?')[1]);
    const page = Number(query.get('page'));
    const limit = Number(query.get('limit'));
    const first = (page - 1) * limit;
    const items = Array.from({ length: Math.max(0, Math.min(limit, total - first)) }, (_, at) => ({
      ...summaryOf(soup),
      id: String(first + at).padStart(24, '0'),
      title: `Soup ${first + at + 1}`,
    }));
    return [200, { items, page, limit, total }];
  };
}

function open(list: TestAnswer | ((asked: Asked) => TestAnswer), query = '') {
  const asked = answerApi({
    'GET /api/recipes': list,
    'GET /api/recipes/labels': [200, labels],
  });
  return { asked, ...renderPage(<RecipeListPage />, { at: `/recipes${query}` }) };
}

/** The queries that the list was asked with. */
function queries(asked: Asked[]): string[] {
  return asked.flatMap(({ path }) => (path.startsWith('/api/recipes?') ? [path.slice(13)] : []));
}

const cards = () => screen.getAllByRole('article');

test('loads more when it is told to, until there is no more', async () => {
  const { user } = open(pagesOf(30));
  expect(await screen.findByText('30 recipes')).toBeTruthy();
  expect(cards()).toHaveLength(24);
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await waitFor(() => expect(cards()).toHaveLength(30));
  expect(screen.queryByRole('button', { name: /Load/ })).toBeNull();
});

test('searches after a pause in typing, once', async () => {
  const { user, asked } = open(pagesOf(3));
  await screen.findByText('3 recipes');
  await user.type(screen.getByRole('searchbox', { name: 'Search recipes' }), 'tomato');
  expect(await screen.findByRole('button', { name: 'Remove filter “tomato”' })).toBeTruthy();
  await waitFor(() =>
    expect(queries(asked)).toEqual(['page=1&limit=24', 'page=1&limit=24&q=tomato']),
  );
});

test('says that filters are on their way, until all can be chosen', async () => {
  const come = Promise.withResolvers<TestAnswer>();
  answerApi({ 'GET /api/recipes': pagesOf(3), 'GET /api/recipes/labels': () => come.promise });
  renderPage(<RecipeListPage />, { at: '/recipes' });
  const panel = await screen.findByRole('complementary', { name: 'Filters' });
  const filters = within(panel).getByRole('group', { name: 'Ready in' }).parentElement;
  expect(filters?.getAttribute('aria-busy')).toBe('true');
  come.resolve([200, labels]);
  await within(panel).findByRole('button', { name: /^quick/ });
  expect(filters?.getAttribute('aria-busy')).toBe('false');
});

test('filters count at once, and chips take them away', async () => {
  const { user, asked } = open(pagesOf(3), '?sort=rating');
  const panel = await screen.findByRole('complementary', { name: 'Filters' });
  await user.click(await within(panel).findByRole('button', { name: /^quick/ }));
  await user.click(within(panel).getByRole('button', { name: '30 min' }));
  await waitFor(() =>
    expect(queries(asked).at(-1)).toBe('page=1&limit=24&tag=quick&maxMinutes=30&sort=rating'),
  );
  expect(within(panel).getByRole('button', { name: /^quick/, pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove filter quick' }));
  await waitFor(() =>
    expect(queries(asked).at(-1)).toBe('page=1&limit=24&maxMinutes=30&sort=rating'),
  );
});

test('the order can be chosen', async () => {
  const { user, asked } = open(pagesOf(3));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Order' }), 'By name');
  await waitFor(() => expect(queries(asked).at(-1)).toBe('page=1&limit=24&sort=title'));
});

test('nothing found is told, and a press shows all again', async () => {
  const { user } = open((asked) => pagesOf(asked.path.includes('q=') ? 0 : 2)(asked), '?q=nothing');
  expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
});

test('somebody without recipes is told how to begin', async () => {
  open(pagesOf(0));
  expect(await screen.findByRole('heading', { name: 'No recipes yet' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Add a recipe' })).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
});

test('what goes wrong with more keeps what there is, and can be tried again', async () => {
  let broken = true;
  const { user } = open((asked) =>
    broken && asked.path.includes('page=2')
      ? [400, { title: 'No', requestId: 'request-1' }]
      : pagesOf(30)(asked),
  );
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByText('request-1')).toBeTruthy();
  expect(cards()).toHaveLength(24);
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(cards()).toHaveLength(30));
});
