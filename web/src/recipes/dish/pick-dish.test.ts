import { pickDish, pickTone } from './pick-dish.ts';

const recipe = { title: 'Something', ingredients: [], steps: [] };

test('goes by the kind first, then the tags, then the title', () => {
  expect(pickDish({ ...recipe, dishType: 'Soup', tags: ['dessert'] })).toBe('bowl');
  expect(pickDish({ ...recipe, dishType: 'main', tags: ['Salad'] })).toBe('leaf');
  expect(pickDish({ ...recipe, title: 'Lemon Cake' })).toBe('cake');
  expect(pickDish({ ...recipe, title: 'Pancakes' })).toBe('bread');
  expect(pickDish(recipe)).toBe('pot');
});

test('gives a title the same colour each time, and titles different ones', () => {
  const tones = ['Soup', 'Bread', 'Stew', 'Salad', 'Cake', 'Dal'].map((title) =>
    pickTone({ title }),
  );
  expect(pickTone({ title: 'Soup' })).toBe(tones[0]);
  expect(new Set(tones).size).toBeGreaterThan(1);
});
