import type { Page } from 'playwright-core';
import { eventually } from '../harness/eventually.ts';
import { signedInBrowser } from '../harness/signed-in-browser.ts';
import { addMeal, carryByKeyboard, dragByMouse, planWeek } from './flows/plan.ts';

const person = signedInBrowser({
  viewport: { width: 1280, height: 1000 },
  locale: 'en-GB',
  // Clocks change here, in the weeks that the tests use.
  timezoneId: 'Europe/Berlin',
});
const { origin, send } = person;
let page: Page;
let recipeId: string;

beforeAll(async () => {
  page = person.page;
  const made = await send('POST', '/api/recipes', {
    title: 'Lentil soup',
    servings: 4,
    ingredients: [{ name: 'lentils', quantity: 200, unit: 'g' }],
  });
  recipeId = made.id;
});

/** What the API says of the plans that touch a week: `2025-03-04 lunch Picnic`. */
async function planned(from: string, to: string): Promise<string[]> {
  const { items } = await send('GET', `/api/meal-plans?from=${from}&to=${to}`);
  const plans = await Promise.all(
    items.map(({ id }: { id: string }) => send('GET', `/api/meal-plans/${id}`)),
  );
  return plans
    .flatMap(({ slots }) => slots)
    .map(({ date, meal, note, servings }) =>
      [date, meal, note ?? 'soup', servings].filter(Boolean).join(' '),
    )
    .toSorted();
}

const open = async (week: string) => {
  await page.goto(`${origin}/plan?week=${week}`);
  await page
    .getByRole('button', { name: /^Add to Breakfast/ })
    .first()
    .waitFor();
};
const isPlanned = (title: string, place: string) =>
  page.getByRole('button', { name: `More for ${title}, ${place}`, exact: true }).waitFor();
const pressIn = async (title: string, place: string, item: string) => {
  await page.getByRole('button', { name: `More for ${title}, ${place}`, exact: true }).click();
  await page.getByRole('button', { name: item }).click();
};
const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');

test('a week is planned by mouse and keyboard, and shopped for', async () => {
  await planWeek(page, origin, 'Lentil soup');
  const expected = ['2025-03-04 lunch Picnic', '2025-03-04 lunch soup'];
  await eventually(() => planned('2025-03-03', '2025-03-09'), expected);
  const list = await send('GET', `/api/shopping-lists/${page.url().split('/').at(-1)}`);
  expect(list).toMatchObject({ items: [{ name: 'lentils', quantity: 200, unit: 'g' }] });
}, 60_000);

test('meals move over the change of clocks and into the first days of the next year', async () => {
  await open('2026-W13');
  await addMeal(page, 'Lentil soup', 'Dinner, Saturday 28 March');
  await carryByKeyboard(page, 'Lentil soup', 'Dinner, Saturday 28 March', ['ArrowRight']);
  await isPlanned('Lentil soup', 'Dinner, Sunday 29 March');
  expect(await focused()).toBe('Drag Lentil soup, Dinner, Sunday 29 March');

  await open('2026-W53');
  await page.getByRole('heading', { name: /28 December 2026.*3 January 2027/ }).waitFor();
  await addMeal(page, 'Lentil soup', 'Lunch, Thursday 31 December');
  await dragByMouse(
    page,
    'Lentil soup',
    'Lunch, Thursday 31 December',
    'Breakfast, Sunday 3 January',
  );
  await page.getByRole('link', { name: 'Next week' }).click();
  await page.getByText('Week 1', { exact: true }).waitFor();
  expect(await focused()).toBe('Next week');
  await page.getByRole('button', { name: 'More for this week' }).click();
  await page.getByRole('button', { name: 'Copy last week' }).click();
  await isPlanned('Lentil soup', 'Breakfast, Sunday 10 January');
  await eventually(
    () => planned('2026-12-28', '2027-01-10'),
    ['2027-01-03 breakfast soup', '2027-01-10 breakfast soup'],
  );
}, 60_000);

test('servings change, a meal moves by its menu, goes and comes back', async () => {
  await open('2026-W20');
  const monday = 'Dinner, Monday 11 May';
  await addMeal(page, 'Lentil soup', monday);
  await pressIn('Lentil soup', monday, 'Change servings …');
  await page.getByRole('button', { name: 'One serving more' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('5 servings').waitFor();

  await pressIn('Lentil soup', monday, 'Move to …');
  await page.getByRole('radio', { name: 'Wednesday 13 May' }).check();
  await page.getByRole('radio', { name: 'Breakfast' }).check();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  const wednesday = 'Breakfast, Wednesday 13 May';
  await isPlanned('Lentil soup', wednesday);
  expect(await focused()).toBe(`Drag Lentil soup, ${wednesday}`);

  await pressIn('Lentil soup', wednesday, 'Remove');
  await eventually(() => planned('2026-05-11', '2026-05-17'), []);
  expect(await focused()).toBe(`Add to ${wednesday}`);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await isPlanned('Lentil soup', wednesday);
  await eventually(() => planned('2026-05-11', '2026-05-17'), ['2026-05-13 breakfast soup 5']);
}, 60_000);

test('what another device has planned meanwhile stays, and a refused change is taken back', async () => {
  const days = { startDate: '2026-06-01', endDate: '2026-06-07' };
  const note = (date: string, text: string) => ({ date, meal: 'lunch', note: text });
  const plan = await send('POST', '/api/meal-plans', {
    ...days,
    slots: [note('2026-06-01', 'Mine')],
  });
  await open('2026-W23');
  await isPlanned('Mine', 'Lunch, Monday 1 June');
  await send('PATCH', `/api/meal-plans/${plan.id}`, {
    slots: [note('2026-06-01', 'Mine'), note('2026-06-02', 'Theirs')],
  });
  await dragByMouse(page, 'Mine', 'Lunch, Monday 1 June', 'Lunch, Wednesday 3 June');
  await isPlanned('Theirs', 'Lunch, Tuesday 2 June');
  await page.getByText('Both changes are in it').waitFor();
  const expected = ['2026-06-02 lunch Theirs', '2026-06-03 lunch Mine'];
  await eventually(() => planned(days.startDate, days.endDate), expected);

  await page.route('**/api/meal-plans/*', (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({ status: 503, headers: { 'x-request-id': 'request-for-help' }, body: '' })
      : route.fallback(),
  );
  await pressIn('Mine', 'Lunch, Wednesday 3 June', 'Remove');
  await page.getByText('request-for-help').waitFor();
  await isPlanned('Mine', 'Lunch, Wednesday 3 June');
  await page.unroute('**/api/meal-plans/*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await eventually(() => planned(days.startDate, days.endDate), ['2026-06-02 lunch Theirs']);
}, 60_000);

test('a recipe’s page leads to the choice of its day', async () => {
  await page.goto(`${origin}/plan?add=${recipeId}`);
  await page.getByRole('dialog', { name: 'Plan Lentil soup' }).waitFor();
  await page.getByLabel('Another day').fill('2026-07-15');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await isPlanned('Lentil soup', 'Dinner, Wednesday 15 July');
  expect(new URL(page.url()).search).toBe('?week=2026-W29');
}, 60_000);
