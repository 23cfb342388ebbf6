import type { SourceIngredient } from '../../planning/recipe-source.ts';
import { shownItems } from '../merge/shown.ts';
import type { ItemState } from '../merge/state.ts';
import { gathered } from './gather.ts';
import { needOf, needsOf } from './need.ts';

const [first, second] = ['a'.repeat(24), 'b'.repeat(24)];

function recipe(id: string, servings: number, ...ingredients: SourceIngredient[]) {
  return { id, title: 'x', servings, ingredients };
}

function listOf(items: ItemState[]) {
  return shownItems(items).map(({ id: _, ...item }) => item);
}

test('the same food of several recipes becomes one item', () => {
  const needs = [
    ...needsOf(recipe(first, 2, { quantity: 200, unit: 'g', name: 'flour', note: 'sifted' }), 4),
    ...needsOf(recipe(second, 4, { quantity: 1, unit: 'kg', name: 'Flour', note: 'strong' }), 2),
  ];
  expect(listOf(gathered([], needs, 1))).toEqual([
    {
      name: 'flour',
      quantity: 900,
      unit: 'g',
      note: 'sifted; strong',
      aisle: 'baking',
      checked: false,
      recipeIds: [first, second],
    },
  ]);
});

test('amounts that cannot be added up stay apart', () => {
  const ingredients = [
    { quantity: 1, unit: 'cup', name: 'butter' },
    { quantity: 100, unit: 'g', name: 'butter' },
    { name: 'butter' },
    { quantity: 2, name: 'butter' },
  ];
  const needs = needsOf(recipe(first, 1, ...ingredients, ...ingredients), 1);
  expect(
    listOf(gathered([], needs, 1))
      .map(({ quantity, unit }) => `${quantity} ${unit}`)
      .sort(),
  ).toEqual(['200 g', '2 cup', '4 undefined', 'undefined undefined'].sort());
});

test('a recipe that does not say how many it serves is taken as it is', () => {
  const needs = needsOf({ id: first, title: 'x', ingredients: [{ quantity: 3, name: 'egg' }] }, 8);
  expect(listOf(gathered([], needs, 1))).toMatchObject([{ quantity: 3 }]);
});

describe('an item that stands on the list', () => {
  const milk = { name: 'milk', quantity: 1, unit: 'l', checked: false, recipeIds: [] };
  const before = gathered([], [needOf(milk)], 1);

  test('takes in what is needed more', () => {
    expect(listOf(gathered(before, [needOf({ ...milk, quantity: 500, unit: 'ml' })], 1))).toEqual([
      { ...milk, quantity: 1.5, aisle: 'dairy' },
    ]);
  });

  test('is left alone when it is checked: it is in the basket', () => {
    const checked = before.map((item) => ({ ...item, checked: { value: true, at: 2 } }));
    expect(listOf(gathered(checked, [needOf(milk)], 3))).toMatchObject([
      { quantity: 1, unit: 'l' },
      { quantity: 1, unit: 'l' },
    ]);
  });

  test('keeps the aisle that somebody gave it', () => {
    const moved = gathered([], [needOf({ ...milk, aisle: 'drinks' })], 1);
    expect(listOf(gathered(moved, [needOf(milk)], 2))).toMatchObject([
      { aisle: 'drinks', quantity: 2 },
    ]);
  });
});
