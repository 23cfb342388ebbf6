import { recipeInput } from '@recipe-book/app/schemas/recipes';
import fc from 'fast-check';
import type { Ingredient } from '../../recipe.ts';
import { type Draft, draftOf, emptyDraft } from './draft.ts';
import { inputOf } from './input-of.ts';

const text = fc
  .string({ minLength: 1, maxLength: 40 })
  .map((value) => value.trim())
  .filter(Boolean);
const amount = fc.double({ min: 0.0001, max: 1_000_000, noNaN: true, noDefaultInfinity: true });

const ingredient: fc.Arbitrary<Ingredient> = fc
  .record(
    { quantity: amount, unit: text, name: text, note: text, group: text, original: text },
    { requiredKeys: ['name'] },
  )
  .chain((made) =>
    made.quantity === undefined
      ? fc.constant(made)
      : fc.option(fc.constant(made.quantity * 1.5), { nil: undefined }).map((most) => ({
          ...made,
          ...(most !== undefined && most <= 1_000_000 && { quantityMax: most }),
        })),
  );

const recipe = fc.record(
  {
    title: text,
    ingredients: fc.array(ingredient, { maxLength: 8 }),
    steps: fc.array(text, { maxLength: 5 }),
    tags: fc.array(text, { maxLength: 4 }),
    servings: fc.integer({ min: 1, max: 1000 }),
    cookMinutes: fc.integer({ min: 0, max: 20_160 }),
    difficulty: fc.constantFrom('easy' as const, 'medium' as const, 'hard' as const),
    notes: text,
    nutrition: fc.record({
      calories: fc.integer({ min: 0, max: 9000 }),
      fatGrams: fc.constantFrom(0.5, 12),
    }),
  },
  { requiredKeys: ['title', 'ingredients', 'steps', 'tags'] },
);

test('a recipe that nobody touches says the same after a visit to the form', () => {
  fc.assert(
    fc.property(recipe, (written) => {
      expect(recipeInput.parse(inputOf(draftOf(written)).input)).toEqual(
        recipeInput.parse(written),
      );
    }),
  );
});

test('an ingredient that is changed keeps its group and forgets the line that it was read from', () => {
  const draft = draftOf({
    ingredients: [
      { quantity: 1, unit: 'cup', name: 'flour', group: 'Dough', original: '1 cup flour' },
    ],
  });
  const [heading, row] = draft.ingredients;
  expect(heading).toMatchObject({ heading: true, name: 'Dough' });
  const changed = { ...draft, ingredients: [heading, { ...row, quantity: '2–3' }] } as Draft;
  expect(inputOf(changed).input['ingredients']).toEqual([
    { quantity: 2, quantityMax: 3, unit: 'cup', name: 'flour', group: 'Dough' },
  ]);
});

test('an ingredient that is moved above its heading leaves its group', () => {
  const draft = draftOf({ ingredients: [{ name: 'flour', group: 'Dough' }] });
  const moved = { ...draft, ingredients: draft.ingredients.toReversed() };
  expect(inputOf(moved).input['ingredients']).toEqual([{ name: 'flour' }]);
});

test('what was left empty is not sent, and numbers may have a comma', () => {
  const draft = emptyDraft();
  draft.title = 'Tea';
  draft.servings = ' 2 ';
  draft.nutrition.fatGrams = '0,5';
  expect(inputOf(draft).input).toEqual({
    title: 'Tea',
    ingredients: [],
    steps: [],
    tags: [],
    servings: 2,
    nutrition: { fatGrams: 0.5 },
  });
});

test('numbers are read as they are written: with a comma for thousands, with one for decimals, and zero', () => {
  const draft = emptyDraft();
  const { input } = inputOf({
    ...draft,
    servings: '4',
    nutrition: { ...draft.nutrition, calories: '1,200', fatGrams: '2,5', sugarGrams: '0' },
  });
  expect(input).toMatchObject({
    servings: 4,
    nutrition: { calories: 1200, fatGrams: 2.5, sugarGrams: 0 },
  });
});
