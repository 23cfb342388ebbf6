import { checkDraft } from './check-draft.ts';
import { type Draft, emptyDraft, emptyIngredient, emptyStep, withoutEmptyRows } from './draft.ts';

function soup(changes: Partial<Draft> = {}): Draft {
  return {
    ...emptyDraft(),
    title: ' Soup ',
    ingredients: [{ ...emptyIngredient(), quantity: '1 1/2', unit: 'l', name: 'stock' }],
    steps: [{ ...emptyStep(), text: ' Boil. ' }],
    ...changes,
  };
}

test('sends only what was filled in', () => {
  expect(checkDraft(soup())).toEqual({
    input: {
      title: 'Soup',
      ingredients: [{ quantity: 1.5, unit: 'l', name: 'stock' }],
      steps: ['Boil.'],
    },
  });
});

test('sends all that was filled in, tags once each', () => {
  const full = soup({
    description: 'Warm.',
    servings: '4',
    prepMinutes: '0',
    cookMinutes: ' 30 ',
    tags: 'quick, , vegan,quick',
    cuisine: 'French',
    dishType: 'soup',
    sourceUrl: 'https://example.com/soup',
  });
  expect(checkDraft(full)).toMatchObject({
    input: {
      description: 'Warm.',
      servings: 4,
      prepMinutes: 0,
      cookMinutes: 30,
      tags: ['quick', 'vegan'],
      cuisine: 'French',
      dishType: 'soup',
      sourceUrl: 'https://example.com/soup',
    },
  });
});

test.each<[string, Partial<Draft>, string]>([
  ['no name', { title: ' ' }, 'title'],
  ['servings of zero', { servings: '0' }, 'servings'],
  ['a time that is no number', { cookMinutes: 'long' }, 'cookMinutes'],
  ['half a minute', { prepMinutes: '0.5' }, 'prepMinutes'],
  ['a tag like a sentence', { tags: `quick, ${'x'.repeat(51)}` }, 'tags'],
  ['no step', { steps: [emptyStep()] }, 'steps.0'],
  ['a link to a script', { sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
  [
    'an amount of nothing',
    { ingredients: [{ ...emptyIngredient(), quantity: '2' }] },
    'ingredients.0.name',
  ],
  [
    'an amount in words',
    { ingredients: [{ ...emptyIngredient(), quantity: 'some', name: 'salt' }] },
    'ingredients.0.quantity',
  ],
])('refuses %s at its own field', (_, changes, path) => {
  const result = checkDraft(soup(changes));
  expect('errors' in result ? Object.keys(result.errors) : []).toEqual([path]);
});

test('drops rows left empty, and keeps one of each to write in', () => {
  const filled = { ...emptyIngredient(), name: 'salt' };
  const draft = soup({ ingredients: [emptyIngredient(), filled, emptyIngredient()] });
  expect(withoutEmptyRows(draft).ingredients).toEqual([filled]);
  const tidy = withoutEmptyRows(emptyDraft());
  expect([tidy.ingredients.length, tidy.steps.length]).toEqual([1, 1]);
});
