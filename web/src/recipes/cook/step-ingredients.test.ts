import { ingredientsOf } from './step-ingredients.ts';

function named(step: string, names: string[]): string[] {
  return ingredientsOf(
    step,
    names.map((name) => ({ name })),
  ).map(({ name }) => name);
}

const shakshuka = [
  'eggs',
  'chopped tomatoes',
  'red peppers',
  'onion',
  'garlic',
  'sweet paprika',
  'ground cumin',
  'chili flakes',
  'olive oil',
];

test.each([
  [
    'Cook the onion and peppers in the oil over medium heat until soft.',
    ['red peppers', 'onion', 'olive oil'],
  ],
  [
    'Add the garlic, paprika, cumin and chili, and stir.',
    ['garlic', 'sweet paprika', 'ground cumin', 'chili flakes'],
  ],
  ['Break an egg into each hollow.', ['eggs']],
  ['Scatter the herbs over it and serve.', []],
])('"%s"', (step, expected) => {
  expect(named(step, shakshuka)).toEqual(expected);
});

test('where two have the same main word, the other words decide', () => {
  const names = ['red peppers', 'black pepper'];
  expect(named('Slice the red peppers.', names)).toEqual(['red peppers']);
  expect(named('Season with black pepper.', names)).toEqual(['black pepper']);
  expect(named('Season with pepper.', names)).toEqual(names);
});

test('German endings are no matter', () => {
  const names = ['Kartoffel', 'Zwiebeln', 'Ei'];
  expect(named('Kartoffeln und Zwiebel anbraten.', names)).toEqual(['Kartoffel', 'Zwiebeln']);
});
