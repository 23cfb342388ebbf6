/** @jest-environment jest-fixed-jsdom */
import type { ResolverOptions } from 'react-hook-form';
import { loadAllTexts } from '../../../testing/texts.ts';
import { type Draft, emptyDraft, emptyIngredient, emptyStep } from './draft.ts';
import { draftResolver } from './draft-resolver.ts';

beforeAll(() => loadAllTexts());

async function check(changes: Partial<Draft>) {
  const draft = { ...emptyDraft(), title: 'Soup', ...changes };
  const options: ResolverOptions<Draft> = { fields: {}, shouldUseNativeValidation: false };
  return draftResolver(draft, undefined, options);
}

test('a draft with a name is enough', async () => {
  const { values, errors } = await check({});
  expect(errors).toEqual({});
  expect(values).toEqual({ title: 'Soup', ingredients: [], steps: [], tags: [] });
});

test.each<[string, Partial<Draft>, string, string]>([
  ['no name', { title: ' ' }, 'title', 'Please fill this in.'],
  ['servings of zero', { servings: '0' }, 'servings', 'Use 1 or more.'],
  ['a time in words', { cookMinutes: 'long' }, 'cookMinutes', 'Enter a number.'],
  [
    'a link to a script',
    { sourceUrl: 'javascript:alert(1)' },
    'sourceUrl',
    'Enter an address that starts with http:// or https://.',
  ],
])('%s is refused at its field', async (_what, changes, field, message) => {
  const { errors } = await check(changes);
  expect(errors).toMatchObject({ [field]: { message } });
  expect(Object.keys(errors)).toEqual([field]);
});

test('what is wrong in a row is told at that row, though empty rows and headings are not sent', async () => {
  const { errors } = await check({
    ingredients: [
      emptyIngredient(),
      { ...emptyIngredient(), heading: true, name: 'Sauce' },
      { ...emptyIngredient(), quantity: 'some', name: 'salt' },
      { ...emptyIngredient(), quantity: '2' },
      { ...emptyIngredient(), quantity: '3-2', name: 'eggs' },
    ],
    steps: [emptyStep(), { text: 'x'.repeat(5001) }],
  });
  const { ingredients, steps } = errors as { ingredients: unknown[]; steps: unknown[] };
  expect(ingredients[2]).toMatchObject({ quantity: { message: 'Enter a number.' } });
  expect(ingredients[3]).toMatchObject({ name: { message: 'Please fill this in.' } });
  expect(ingredients[4]).toMatchObject({ quantity: { message: 'Enter a number.' } });
  expect(Object.keys(ingredients)).toEqual(['2', '3', '4']);
  expect(steps[1]).toMatchObject({ text: { message: 'Use at most 5,000 characters.' } });
});

test('too many rows are told of the list as a whole', async () => {
  const steps = Array.from({ length: 201 }, () => ({ text: 'Stir.' }));
  const { errors } = await check({ steps });
  expect(errors.steps?.root?.message ?? errors.steps?.message).toBe('Use 200 or less.');
});
