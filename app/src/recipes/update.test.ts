import { updateOf } from './update.ts';

const current = { title: 'Soup', ingredients: [{ name: 'leek' }], tags: ['quick'] };

test.each([
  [{ rating: 4, notes: 'Good' }, false],
  [{ image: null }, false],
  [{ notes: null }, false],
  [{ title: 'Leek soup' }, true],
  [{ rating: 4, tags: [] }, true],
  [{ cookMinutes: null }, true],
])('%j has what a recipe is found by written anew: %s', (changes, anew) => {
  expect('found' in updateOf(current, changes).$set).toBe(anew);
});

test('what a recipe is found by holds what changes, and what stays', () => {
  const { found } = updateOf(current, { title: 'Bread' }).$set;
  expect(found).toMatchObject({ title: 'bread', ingredients: 'leek', tags: ['quick'] });
});
