/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { answerApi, type TestAnswer } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { soup } from '../testing/recipes.ts';
import RecipeViewPage from './RecipeViewPage.tsx';

const path = `/api/recipes/${soup.id}`;

async function open(answers: Parameters<typeof answerApi>[0] = {}, query = '') {
  const asked = answerApi({ [`GET ${path}`]: [200, soup], ...answers });
  const at = `/recipes/${soup.id}${query}`;
  const view = renderPage(<RecipeViewPage />, { at, pattern: '/recipes/:id' });
  await screen.findByRole('heading', { level: 1, name: soup.title });
  return { ...view, asked };
}

/** The lines of the ingredients, in their order. */
function lines() {
  const list = screen.getByRole('region', { name: 'Ingredients' });
  return within(list)
    .getAllByRole('checkbox')
    .map((box) => box.closest('label')?.textContent);
}

beforeEach(() => localStorage.clear());

test('shows amounts for as many people as one likes, and goes back to its own', async () => {
  const { user } = await open();
  expect(lines()).toEqual(['800 g tomatoes', '1 cup cream', 'basil']);
  await user.click(screen.getByRole('button', { name: 'More servings' }));
  expect(lines()).toEqual(['1000 g tomatoes', '1¼ cups cream', 'basil']);
  const field = screen.getByRole('textbox', { name: 'Servings' });
  await user.clear(field);
  await user.type(field, '2');
  expect(lines()).toEqual(['400 g tomatoes', '½ cup cream', 'basil']);
  await user.click(screen.getByRole('button', { name: 'Back to 4' }));
  expect(lines()[0]).toBe('800 g tomatoes');
});

test('an address with servings shows them', async () => {
  await open({}, '?servings=8');
  expect(lines()[0]).toBe('1600 g tomatoes');
});

test('shows the other units, in steps too, and keeps the choice', async () => {
  const { user, unmount } = await open();
  await user.click(screen.getByRole('radio', { name: 'US' }));
  expect(lines()).toEqual(['1¾ lb tomatoes', '1 cup cream', 'basil']);
  expect(screen.getByText(/Roast the tomatoes at 400 °F/)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Metric' }));
  expect(lines()).toEqual(['800 g tomatoes', '240 ml cream', 'basil']);
  unmount();
  await open();
  expect(lines()[1]).toBe('240 ml cream');
});

test('what is ticked off stays so while amounts change', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('checkbox', { name: /tomatoes/ }));
  await user.click(screen.getByRole('button', { name: 'More servings' }));
  expect(screen.getByRole('checkbox', { name: /tomatoes/, checked: true })).toBeTruthy();
});

/** The stars that are pressed, as a number. */
function rating() {
  const stars = screen.getByRole('group', { name: 'Your rating' });
  return within(stars).queryByRole('button', { pressed: true })?.getAttribute('aria-label');
}

test('a rating shows at once, and a refusal takes it back', async () => {
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  const { user } = await open({
    [`PATCH ${path}`]: async (): Promise<TestAnswer> => {
      await refused;
      return [400, { title: 'No' }];
    },
  });
  expect(rating()).toBe('2 stars');
  await user.click(screen.getByRole('button', { name: '5 stars' }));
  await waitFor(() => expect(rating()).toBe('5 stars'));
  // The message says that they are as they were, so they are by then.
  const starsWithMessage = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!screen.queryByText(/The rating could not be saved/)) return;
      observer.disconnect();
      resolve(rating());
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  refuse();
  expect(await screen.findByText(/The rating could not be saved/)).toBeTruthy();
  expect(await starsWithMessage).toBe('2 stars');
});

test('a rating brings what was changed elsewhere meanwhile', async () => {
  const changed = { ...soup, version: 8, rating: 5, ingredients: [{ name: 'leeks' }] };
  const { user } = await open({ [`PATCH ${path}`]: [200, changed] });
  await user.click(screen.getByRole('button', { name: '5 stars' }));
  await waitFor(() => expect(lines()).toEqual(['leeks']));
});

test('of two quick presses the last one stands, though the first is refused', async () => {
  const answers: ((answer: TestAnswer) => void)[] = [];
  const { user } = await open({
    [`PATCH ${path}`]: () => new Promise((resolve) => answers.push(resolve)),
  });
  await user.click(screen.getByRole('button', { name: '5 stars' }));
  await user.click(screen.getByRole('button', { name: '4 stars' }));
  await waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.([400, { title: 'No' }]);
  await waitFor(() => expect(answers).toHaveLength(2));
  expect(rating()).toBe('4 stars');
  answers[1]?.([400, { title: 'No' }]);
  await waitFor(() => expect(rating()).toBe('2 stars'));
});

test('a press on the present rating takes it away', async () => {
  const { rating: _, ...unrated } = soup;
  const { user, asked } = await open({ [`PATCH ${path}`]: [200, { ...unrated, version: 4 }] });
  await user.click(screen.getByRole('button', { name: '2 stars' }));
  expect(await screen.findByText('The rating is taken away.')).toBeTruthy();
  expect(rating()).toBeUndefined();
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ rating: null });
});

test('deletes what was seen, after a question', async () => {
  const { user, asked } = await open({ [`DELETE ${path}`]: [204] });
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = screen.getByRole('dialog', { name: 'Delete this recipe?' });
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  await user.click(within(dialog).getByRole('button', { name: 'Delete recipe' }));
  expect(await screen.findByText(/“Tomato soup” is deleted/)).toBeTruthy();
  expect(asked.find(({ method }) => method === 'DELETE')?.headers.get('if-match')).toBe('"3"');
  expect(screen.getByText('another page')).toBeTruthy();
});

test('what was changed elsewhere is not deleted unseen', async () => {
  const { user } = await open({ [`DELETE ${path}`]: [412, { title: 'Changed' }] });
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(screen.getByRole('button', { name: 'Delete recipe' }));
  expect(await screen.findByText(/was changed elsewhere/)).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: soup.title })).toBeTruthy();
});

test('a copy is made once and opened', async () => {
  const copy = { ...soup, id: '6650f0c2a4b1d2e3f4a5b6c8', title: 'Tomato soup (copy)' };
  const { user, asked } = await open({ [`POST ${path}/duplicate`]: [201, copy] });
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  await user.click(screen.getByRole('button', { name: 'Duplicate' }));
  expect(await screen.findByRole('heading', { name: copy.title })).toBeTruthy();
  const sent = asked.filter(({ method }) => method === 'POST');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.get('idempotency-key')).toMatch(/^[\da-f-]{36}$/);
});

test('says so when there is no such recipe', async () => {
  answerApi({});
  renderPage(<RecipeViewPage />, { at: '/recipes/none', pattern: '/recipes/:id' });
  expect(await screen.findByRole('heading', { name: 'Recipe not found' })).toBeTruthy();
});
