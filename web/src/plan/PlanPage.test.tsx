/** @jest-environment jest-fixed-jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { planKeys, recipeKeys, shoppingKeys } from '../api/keys.ts';
import { answerApi, pagesOf, type TestAnswer } from '../testing/api-answers.ts';
import { renderPage } from '../testing/render-page.tsx';
import type { Plan, Slot } from './changes/plan.ts';
import PlanPage from './PlanPage.tsx';

const soup = { id: 'a'.repeat(24), title: 'Soup', tags: [], servings: 4 };
const planId = 'b'.repeat(24);
const dinner: Slot = { date: '2026-11-24', meal: 'dinner', recipeId: soup.id };

// Weeks begin with Monday.
Object.defineProperty(navigator, 'languages', { value: ['en-GB'] });

function planWith(slots: Slot[], version = 1): Plan {
  const period = { startDate: '2026-11-23', endDate: '2026-11-29' };
  return { id: planId, version, createdAt: '', updatedAt: '', ...period, slots, recipes: [soup] };
}

function open(
  plans: Plan[],
  answers: Parameters<typeof answerApi>[0] = {},
  query = '?week=2026-W48',
) {
  const asked = answerApi({
    'GET /api/meal-plans': [200, { items: plans, page: 1, limit: 20, total: plans.length }],
    [`GET /api/meal-plans/${planId}`]: plans[0] ? [200, plans[0]] : [404, {}],
    'GET /api/recipes': [200, { items: [soup], page: 1, limit: 24, total: 1 }],
    ...answers,
  });
  return { asked, ...renderPage(<PlanPage />, { at: `/plan${query}`, pattern: '/plan' }) };
}

const day = (name: string) => within(screen.getByRole('region', { name }));
const tuesday = () => day('Tuesday 24 November');
const button = (name: string | RegExp) => screen.findByRole('button', { name });

test('shows the meals of the week by day, with servings and notes', async () => {
  open([planWith([dinner, { date: '2026-11-29', meal: 'brunch', note: 'At Ada’s' }])]);
  expect(await screen.findByRole('link', { name: 'Soup' })).toBeTruthy();
  expect(tuesday().getByText('4 servings')).toBeTruthy();
  expect(tuesday().getByRole('heading', { name: 'Dinner' })).toBeTruthy();
  expect(day('Sunday 29 November').getByRole('heading', { name: 'brunch' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: /23.*29 November 2026/ })).toBeTruthy();
});

test('the meals of all plans show, however many touch the week', async () => {
  const plans = Array.from({ length: 101 }, (_, at) => ({
    ...planWith([{ date: '2026-11-24', meal: 'dinner', note: `Note ${at}` }]),
    id: String(at).padStart(24, '0'),
  }));
  open([], {
    'GET /api/meal-plans': pagesOf(plans),
    ...Object.fromEntries(plans.map((plan) => [`GET /api/meal-plans/${plan.id}`, [200, plan]])),
  });
  expect(await screen.findByText('Note 0')).toBeTruthy();
  expect(screen.getAllByText(/^Note \d+$/).length).toBe(101);
});

test('the first meal begins a plan for the week, once however often it is sent', async () => {
  const made: TestAnswer = [201, planWith([dinner])];
  const { user, asked } = open([], { 'POST /api/meal-plans': made });
  await user.click(await button('Add to Dinner, Tuesday 24 November'));
  await user.click(await screen.findByRole('button', { name: 'Soup' }));
  expect(await tuesday().findByRole('link', { name: 'Soup' })).toBeTruthy();
  expect(screen.getByText('Soup is planned for Dinner, Tuesday 24 November.')).toBeTruthy();
  await waitFor(() => {
    const sent = asked.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({
      startDate: '2026-11-23',
      endDate: '2026-11-29',
      slots: [dinner],
    });
    expect(sent?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

test('a meal that cannot be removed is there again, with the reason and another try', async () => {
  const { user } = open([planWith([dinner])], {
    [`PATCH /api/meal-plans/${planId}`]: [503, { requestId: 'request-for-help' }],
  });
  await user.click(await button('More for Soup, Dinner, Tuesday 24 November'));
  await user.click(await button('Remove'));
  expect(await screen.findByText('request-for-help')).toBeTruthy();
  expect(await button('Try again')).toBeTruthy();
  expect(tuesday().getByRole('link', { name: 'Soup' })).toBeTruthy();
});

test('a change of a meal that is gone meanwhile is not made, and says so', async () => {
  const answers = [planWith([dinner]), planWith([], 2)];
  const { user } = open([planWith([dinner])], {
    [`GET /api/meal-plans/${planId}`]: () => [200, answers.shift() ?? planWith([], 2)],
    [`PATCH /api/meal-plans/${planId}`]: [
      412,
      { type: 'urn:recipe-book:problem:changed-meanwhile' },
    ],
  });
  await user.click(await button('More for Soup, Dinner, Tuesday 24 November'));
  await user.click(await button('Remove'));
  expect(await screen.findByText(/your change no longer fits/)).toBeTruthy();
  await waitFor(() => expect(tuesday().queryByRole('link', { name: 'Soup' })).toBeNull());
});

test('a 429 is told while the next try is waited for', async () => {
  open([], { 'GET /api/meal-plans': [429, {}, { 'retry-after': '30' }] });
  expect(await screen.findByText(/Next try in/)).toBeTruthy();
});

test('there is nothing to shop for without recipes, and nothing to copy from an empty week', async () => {
  const { user, asked } = open([]);
  await user.click(await button('Make a shopping list'));
  expect(await screen.findByText(/no recipes in this week/)).toBeTruthy();
  await user.click(await button('More for this week'));
  await user.click(await button('Copy last week'));
  expect(await screen.findByText('Last week had no meals to copy.')).toBeTruthy();
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
});

test('a shopping list whose answer was lost is asked for again with the same key', async () => {
  const answers: TestAnswer[] = [[503, {}]];
  const { user, asked } = open([planWith([dinner])], {
    'POST /api/shopping-lists': () => answers.shift() ?? [201, { id: 'd'.repeat(24) }],
  });
  await screen.findByRole('link', { name: 'Soup' });
  await user.click(await button('Make a shopping list'));
  await user.click(await button('Try again'));
  expect(await screen.findByText('another page')).toBeTruthy();
  const keys = asked
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('what is changed here shows elsewhere: plans to shop for, and shopping lists', async () => {
  const { user, client } = open([planWith([dinner])], {
    'POST /api/shopping-lists': [201, { id: 'c'.repeat(24) }],
    [`PATCH /api/meal-plans/${planId}`]: [200, planWith([{ ...dinner, servings: 5 }], 2)],
  });
  const isStale = (key: readonly string[]) => client.getQueryState(key)?.isInvalidated;
  for (const key of [shoppingKeys.lists, planKeys.toBuy]) client.setQueryData(key, { items: [] });
  await user.click(await button('More for Soup, Dinner, Tuesday 24 November'));
  await user.click(await button('Change servings …'));
  await user.click(await button('One serving more'));
  await user.click(await button('Save'));
  await waitFor(() => expect(isStale(planKeys.toBuy)).toBe(true));
  await user.click(await button('Make a shopping list'));
  await waitFor(() => expect(isStale(shoppingKeys.lists)).toBe(true));
});

test('a recipe that is to be planned is asked for once, as its own page does', async () => {
  const path = `/api/recipes/${soup.id}`;
  const query = `?week=2026-W48&add=${soup.id}`;
  const { client } = open([], { [`GET ${path}`]: [200, soup] }, query);
  expect(await screen.findByRole('dialog')).toBeTruthy();
  expect(client.getQueryData(recipeKeys.one(soup.id))).toEqual(soup);
});

test('a date that is typed counts once it is done, one that is picked at once', async () => {
  open([]);
  const field = await screen.findByLabelText('Go to a date');
  fireEvent.keyDown(field, { key: '1' });
  fireEvent.change(field, { target: { value: '2026-12-01' } });
  expect(screen.getByRole('heading', { name: /23.*29 November 2026/ })).toBeTruthy();
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(await screen.findByRole('heading', { name: /30 November.*6 December/ })).toBeTruthy();
  const next = screen.getByLabelText('Go to a date');
  fireEvent.pointerDown(next);
  fireEvent.change(next, { target: { value: '2026-12-08' } });
  expect(await screen.findByRole('heading', { name: /7.*13 December/ })).toBeTruthy();
});

test.each(['2025-W53', '0000-W01', '9999-W52'])(
  '%s, which cannot be shown, is this week',
  async (week) => {
    open([], {}, `?week=${week}`);
    expect(await screen.findByText('Today')).toBeTruthy();
  },
);
