/** @jest-environment jest-fixed-jsdom */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { soup } from '../testing/recipes.ts';
import { Timers } from '../timers/Timers.tsx';
import { timers } from '../timers/use-timers.ts';
import RecipeCookPage from './RecipeCookPage.tsx';

async function open(query = '') {
  answerApi({ [`GET /api/recipes/${soup.id}`]: [200, soup] });
  const page = (
    <>
      <RecipeCookPage />
      <Timers />
    </>
  );
  const at = `/recipes/${soup.id}/cook${query}`;
  const view = renderPage(page, { at, pattern: '/recipes/:id/cook' });
  await screen.findByRole('heading', { level: 1, name: soup.title });
  return view;
}

const shown = () => screen.getByRole('heading', { name: /^Step|^Enjoy/ }).textContent;

afterEach(() => timers().clear());

test('goes from step to step by buttons and arrow keys, to the end and back', async () => {
  const { user } = await open();
  expect(shown()).toBe('Step 1 of 3');
  expect(screen.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(shown()).toBe('Step 2 of 3');
  await user.keyboard('{ArrowRight}');
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  expect(shown()).toBe('Enjoy your meal');
  await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(shown()).toBe('Step 1 of 3');
});

test('the focus stays at the first step, and is on the end, which is announced', async () => {
  const { user } = await open('?servings=8&step=2');
  const step = screen.getByRole('heading', { name: 'Step 2 of 3' }).closest('[aria-live]');
  const back = screen.getByRole('button', { name: 'Back' });
  await user.click(back);
  expect(document.activeElement).toBe(back);
  await user.keyboard('{Enter}{ArrowRight}{ArrowRight}{ArrowRight}');
  const end = screen.getByRole('heading', { name: 'Enjoy your meal' });
  expect(document.activeElement).toBe(end);
  expect(end.closest('[aria-live]')).toBe(step);
  for (const link of screen.getAllByRole('link', { name: 'Back to the recipe' })) {
    expect(link.getAttribute('href')).toBe(`/recipes/${soup.id}?servings=8`);
  }
});

test('a swipe turns the page, a scroll does not', async () => {
  await open();
  const text = screen.getByText(/Roast the tomatoes/);
  const swipe = (x: number, y: number) => {
    fireEvent.touchStart(text, { touches: [{ clientX: 200, clientY: 200 }] });
    fireEvent.touchEnd(text, { changedTouches: [{ clientX: 200 + x, clientY: 200 + y }] });
  };
  swipe(-80, 60);
  expect(shown()).toBe('Step 1 of 3');
  swipe(-80, 10);
  expect(shown()).toBe('Step 2 of 3');
  swipe(90, 0);
  expect(shown()).toBe('Step 1 of 3');
});

test('a step comes with its ingredients, for the servings that were chosen', async () => {
  await open('?servings=8&step=2');
  const step = screen.getByRole('heading', { name: 'Step 2 of 3' }).closest('section');
  if (!step) throw new Error('The step has no place.');
  expect(
    within(step)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['2 cups cream']);
});

test('a time in a step starts a timer, which is stopped, goes on and is removed', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Start a timer: 20 minutes' }));
  const dock = await screen.findByRole('region', { name: 'Timers' });
  expect(within(dock).getByRole('timer').textContent).toMatch(/^(20:00|19:5\d)$/);
  await waitFor(() =>
    expect(within(dock).getByRole('status').textContent).toBe('Timer started: 20 minutes'),
  );
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByRole('region', { name: 'Timers' })).toBeTruthy();
  await user.click(within(dock).getByRole('button', { name: 'Pause the timer 20 minutes' }));
  await user.click(within(dock).getByRole('button', { name: /One more minute/ }));
  expect(within(dock).getByRole('timer').textContent).toMatch(/^2[01]:\d\d$/);
  await user.click(within(dock).getByRole('button', { name: 'Remove the timer 20 minutes' }));
  expect(screen.queryByRole('region', { name: 'Timers' })).toBeNull();
});
