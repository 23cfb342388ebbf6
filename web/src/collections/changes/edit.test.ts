import type { Collection } from '../collection.ts';
import { type Edit, edited } from './edit.ts';

const card = (id: string) => ({ id, title: id, tags: [] });
const collection: Collection = {
  id: 'c',
  version: 1,
  createdAt: '',
  updatedAt: '',
  name: 'Sunday',
  recipeIds: ['a', 'b', 'c'],
  recipes: ['a', 'b', 'c'].map(card),
};

test.each<[string, Edit, string]>([
  ['a new recipe comes last', { kind: 'put', recipe: card('d') }, 'abcd'],
  ['one that is put back comes where it was', { kind: 'put', recipe: card('d'), at: 1 }, 'adbc'],
  ['one that is there already stays', { kind: 'put', recipe: card('a') }, 'abc'],
  ['one is taken out', { kind: 'take', recipeId: 'b' }, 'ac'],
  ['one that is not there is not missed', { kind: 'take', recipeId: 'x' }, 'abc'],
  ['one moves to the end', { kind: 'move', recipeId: 'a', to: 2 }, 'bca'],
  ['one moves to the start', { kind: 'move', recipeId: 'c', to: 0 }, 'cab'],
  ['one that is gone does not move', { kind: 'move', recipeId: 'x', to: 0 }, 'abc'],
])('%s', (_what, edit, expected) => {
  const { recipeIds, recipes } = edited(collection, edit);
  expect(recipeIds.join('')).toBe(expected);
  expect(recipes.map(({ id }) => id)).toEqual(recipeIds);
});
