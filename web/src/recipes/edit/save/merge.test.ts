import type { Recipe, RecipeInput } from '../../recipe.ts';
import { changesBetween } from './changes.ts';
import { likelyChoices, merged } from './merge.ts';

const base: Recipe = {
  id: 'r1',
  version: 3,
  createdAt: '',
  updatedAt: '',
  title: 'Soup',
  ingredients: [{ quantity: 1, unit: 'l', name: 'stock' }],
  steps: ['Boil.'],
  tags: [],
  notes: 'Good.',
  rating: 5,
};
const { title, ingredients, steps, tags } = base;
const input: RecipeInput = { title, ingredients, steps, tags, notes: 'Good.' };

test('only what was changed is sent, and what was taken away is null', () => {
  expect(changesBetween(base, input)).toEqual({});
  expect(changesBetween(base, { ...input, title: 'Broth', servings: 2 })).toEqual({
    title: 'Broth',
    servings: 2,
  });
  const { notes: _, ...without } = input;
  expect(changesBetween(base, without)).toEqual({ notes: null });
});

test('the order of the parts of an ingredient is no change', () => {
  const turned = [{ name: 'stock', unit: 'l', quantity: 1 }];
  expect(changesBetween(base, { ...input, ingredients: turned })).toEqual({});
});

test('what only the others changed is theirs, what both changed is mine unless somebody chooses', () => {
  const mine = { ...input, title: 'My soup', servings: 2 };
  const { notes: _, ...rest } = base;
  const theirs: Recipe = { ...rest, version: 4, title: 'Their soup', steps: ['Simmer.'] };
  const choices = likelyChoices(base, mine, theirs);
  expect(choices).toEqual({ title: 'mine', servings: 'mine', steps: 'theirs', notes: 'theirs' });
  expect(merged(mine, theirs, choices)).toEqual({
    title: 'My soup',
    ingredients,
    steps: ['Simmer.'],
    tags,
    servings: 2,
  });
  expect(merged(mine, theirs, { ...choices, title: 'theirs' }).title).toBe('Their soup');
});
