/** @jest-environment jest-fixed-jsdom */
import { act, fireEvent, screen } from '@testing-library/react';
import { answerApi } from '../../testing/api-answers.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { soup, summaryOf } from '../testing/recipes.ts';
import { RecipeCard } from './RecipeCard.tsx';

const { jest } = import.meta;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function open() {
  const asked = answerApi({ [`GET /api/recipes/${soup.id}`]: [200, soup] });
  renderPage(<RecipeCard recipe={summaryOf(soup)} eager />);
  const card = screen.getByRole('article');
  const touch = () => {
    fireEvent.pointerEnter(card, { pointerType: 'touch' });
    fireEvent.touchStart(card);
  };
  return { asked, card, touch };
}
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

test('a touch that scrolls asks for nothing', async () => {
  const { asked, card, touch } = open();
  touch();
  await pass(50);
  fireEvent.pointerLeave(card, { pointerType: 'touch' });
  await pass(1000);
  expect(asked).toEqual([]);
});

test('a finger that rests on a card has its recipe ready', async () => {
  const { asked, touch } = open();
  touch();
  await pass(200);
  expect(asked.map(({ path }) => path)).toEqual([`/api/recipes/${soup.id}`]);
});
