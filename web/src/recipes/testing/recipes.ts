import type { Recipe, RecipeSummary } from '../recipe.ts';

/** A recipe of tests, as the API gives it. */
export const soup: Recipe = {
  id: '6650f0c2a4b1d2e3f4a5b6c7',
  version: 3,
  createdAt: '2026-03-01T12:00:00.000Z',
  updatedAt: '2026-03-01T12:00:00.000Z',
  title: 'Tomato soup',
  ingredients: [
    { quantity: 800, unit: 'g', name: 'tomatoes' },
    { quantity: 1, unit: 'cup', name: 'cream', group: 'To serve' },
    { name: 'basil', group: 'To serve' },
  ],
  steps: ['Roast the tomatoes at 200 °C for 20 minutes.', 'Blend them with the cream.', 'Serve.'],
  tags: ['quick'],
  servings: 4,
  rating: 2,
};

/** The same in a list. */
export function summaryOf(recipe: Recipe): RecipeSummary {
  const {
    ingredients: _,
    steps: __,
    notes: ___,
    nutrition: ____,
    sourceUrl: _____,
    ...summary
  } = recipe;
  return summary;
}
