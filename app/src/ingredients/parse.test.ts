import fc from 'fast-check';
import { formatLine } from './format.ts';
import { parseLines } from './lines.ts';
import { isHeading, parseLine } from './parse.ts';
import { type Ingredient, ingredient, ingredientsInput } from './schemas.ts';
import { knownUnits } from './units.ts';

type Expected = readonly [amount: string, name: string, note?: string];

/** Line → `quantity[-max] [unit]`, name, note. */
const table: readonly (readonly [line: string, expected: Expected])[] = [
  ['1 1/2 cups all-purpose flour, sifted', ['1.5 cups', 'all-purpose flour', 'sifted']],
  ['1½ cups flour', ['1.5 cups', 'flour']],
  ['1 ½ cups flour', ['1.5 cups', 'flour']],
  ['1-1/2 cups flour', ['1.5 cups', 'flour']],
  ['1 & 1/2 cups flour', ['1.5 cups', 'flour']],
  ['2 and a half cups flour', ['2.5 cups', 'flour']],
  ['½ tsp salt', ['0.5 tsp', 'salt']],
  ['1⁄2 cup milk', ['0.5 cup', 'milk']],
  ['⅔ cup cream', ['0.6667 cup', 'cream']],
  ['.5 l water', ['0.5 l', 'water']],
  ['1,5 l Wasser', ['1.5 l', 'Wasser']],
  ['1,000 g flour', ['1000 g', 'flour']],
  ['200g butter (room temperature)', ['200 g', 'butter', 'room temperature']],
  ['1 kg potatoes', ['1 kg', 'potatoes']],
  ['250 millilitres milk', ['250 ml', 'milk']],
  ['1 litre stock', ['1 l', 'stock']],
  ['2 dl cream', ['2 dl', 'cream']],
  ['1 lb. ground beef', ['1 lb', 'ground beef']],
  ['2 lbs chuck roast; trimmed', ['2 lb', 'chuck roast', 'trimmed']],
  ['3 Tbsp. soy sauce', ['3 tbsp', 'soy sauce']],
  ['3 T sugar', ['3 tbsp', 'sugar']],
  ['1 t vanilla', ['1 tsp', 'vanilla']],
  ['8 fl oz cream', ['8 fl oz', 'cream']],
  ['8 fluid ounces cream', ['8 fl oz', 'cream']],
  ['2 c. water', ['2 cups', 'water']],
  ['1 qt. stock', ['1 quart', 'stock']],
  ['2–3 cloves garlic, minced', ['2-3 cloves', 'garlic', 'minced']],
  ['2 to 3 tablespoons olive oil', ['2-3 tbsp', 'olive oil']],
  ['1 - 2 carrots', ['1-2', 'carrots']],
  ['1 or 2 bay leaves', ['1-2', 'bay leaves']],
  ['1½-2 lb chicken thighs', ['1.5-2 lb', 'chicken thighs']],
  ['2 cups to 3 cups water', ['2-3 cups', 'water']],
  ['10-12 basil leaves', ['10-12', 'basil leaves']],
  [
    '1 (14.5 ounce) can diced tomatoes, drained',
    ['1 can', 'diced tomatoes', '14.5 ounce, drained'],
  ],
  ['2 (400 g) tins chickpeas', ['2 tins', 'chickpeas', '400 g']],
  ['2 x 400g tins chopped tomatoes', ['2 tins', 'chopped tomatoes', '400g']],
  ['1 14-ounce can coconut milk', ['1 can', 'coconut milk', '14-ounce']],
  ['2 8-oz steaks', ['2', 'steaks', '8-oz']],
  ['1 package (8 oz) cream cheese, softened', ['1 package', 'cream cheese', '8 oz, softened']],
  ['1/2-inch piece ginger, grated', ['1 piece', 'ginger', '1/2-inch, grated']],
  ['3/4 cup (180 ml) milk', ['0.75 cup', 'milk', '180 ml']],
  ['500ml/18fl oz stock', ['500 ml', 'stock', '18fl oz']],
  ['25g/1oz butter', ['25 g', 'butter', '1oz']],
  ['1 cup plus 2 tablespoons sugar', ['1 cup', 'sugar', 'plus 2 tablespoons']],
  ['a pinch of salt', ['1 pinch', 'salt']],
  ['Pinch of nutmeg', ['1 pinch', 'nutmeg']],
  ['a good handful of parsley', ['1 handful', 'parsley', 'good']],
  ['1 heaped tablespoon flour', ['1 tbsp', 'flour', 'heaped']],
  ['2 large handfuls spinach', ['2 handfuls', 'spinach', 'large']],
  ['about 2 cups water', ['2 cups', 'water', 'about']],
  ['ca. 200 g rice', ['200 g', 'rice', 'ca.']],
  ['an onion', ['1', 'onion']],
  ['half an onion, diced', ['0.5', 'onion', 'diced']],
  ['half a cup of oats', ['0.5 cup', 'oats']],
  ['two eggs', ['2', 'eggs']],
  ['a dozen eggs', ['12', 'eggs']],
  ['2 dozen oysters', ['24', 'oysters']],
  ['2 large eggs, beaten', ['2', 'large eggs', 'beaten']],
  ['1 egg', ['1', 'egg']],
  ['4 cloves', ['4', 'cloves']],
  ['1 can of tomatoes', ['1 can', 'tomatoes']],
  ['2 sticks unsalted butter – softened', ['2 sticks', 'unsalted butter', 'softened']],
  ['juice of 1 lemon', ['1', 'lemon', 'juice']],
  ['Zest and juice of 2 limes', ['2', 'limes', 'zest and juice']],
  ['salt and pepper to taste', ['', 'salt and pepper', 'to taste']],
  ['Salt, to taste', ['', 'Salt', 'to taste']],
  ['freshly ground black pepper', ['', 'freshly ground black pepper']],
  ['a little oil', ['', 'a little oil']],
  ['lemon wedges for serving', ['', 'lemon wedges', 'for serving']],
  ['• 2 cups sugar', ['2 cups', 'sugar']],
  ['- 1 tbsp honey', ['1 tbsp', 'honey']],
  ['100 % cocoa', ['100', '% cocoa']],
  ['00 flour', ['', '00 flour']],
  ['1/0 cup dust', ['1', '/0 cup dust']],
  ['鶏肉 200g', ['', '鶏肉 200g']],
];

test.each(table)('%s', (line, [amount, name, note]) => {
  const read = parseLine(line);
  const range = [read.quantity, read.quantityMax].filter((value) => value !== undefined).join('-');
  expect([[range, read.unit].filter(Boolean).join(' '), read.name, read.note]).toEqual([
    amount,
    name,
    note,
  ]);
  expect(read.original).toBe(line);
});

test('headings name the group of the lines after them', () => {
  expect(parseLines(['1 egg', '', 'For the icing:', '2 cups sugar', '3:'])).toMatchObject([
    { name: 'egg' },
    { name: 'sugar', group: 'For the icing' },
    { group: 'For the icing' },
  ]);
  expect(isHeading('Sauce:')).toBe(true);
  expect(isHeading('2 cups sugar:')).toBe(false);
});

test('objects and lines stand side by side, and objects stay as they are', () => {
  const given = { quantity: 2, unit: 'cloves', name: 'garlic' };
  expect(ingredientsInput.parse([given, '1 egg'])).toEqual([
    given,
    { quantity: 1, name: 'egg', original: '1 egg' },
  ]);
});

test.each([
  ['a long line', ['x'.repeat(501)]],
  ['too many lines', Array.from({ length: 201 }, () => '1 egg')],
  ['a maximum alone', [{ quantityMax: 2, name: 'x' }]],
  ['a maximum below the quantity', [{ quantity: 3, quantityMax: 2, name: 'x' }]],
  ['something else', [7]],
])('%s is refused', (_what, input) => {
  expect(ingredientsInput.safeParse(input).success).toBe(false);
});

const piece = fc.constantFrom(
  ...['1', '2', '/', '½', ' ', '-', '–', ',', '.', '(', ')', ' to ', 'cup', 'g', 'x', 'of', 'a '],
  ...[
    'half',
    'dozen',
    'pinch',
    'plus',
    'juice of ',
    ':',
    '~',
    'about',
    'large',
    'flour',
    '٣',
    '🍲',
  ],
);
const scribble = fc.array(piece, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

test('any line gives an ingredient that holds the line', () => {
  const line = fc.oneof(scribble, fc.string({ unit: 'binary', maxLength: 80 }));
  fc.assert(
    fc.property(
      line.filter((text) => text.trim() !== ''),
      (text) => {
        const read = parseLine(text);
        expect(read.original).toBe(text.trim());
        expect(ingredient.safeParse(read).success).toBe(true);
      },
    ),
    { numRuns: 5000 },
  );
});

test('what is written out is read as it was', () => {
  const quantity = fc.oneof(
    fc.integer({ min: 1, max: 2000 }),
    fc.integer({ min: 1, max: 80 }).map((eighths) => eighths / 8),
    fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10),
    fc.constantFrom(0.3333, 0.6667, 1.3333, 2.6667, 0.1667),
  );
  const food = fc.constantFrom('flour', 'olive oil', 'crème fraîche', 'bay leaves', '豆腐', 'eggs');
  const note = fc.constantFrom('sifted', 'cut into 1 cm cubes', 'at room temperature, diced');
  const amount = fc.record(
    { quantity, more: quantity, unit: fc.constantFrom(...knownUnits) },
    { requiredKeys: ['quantity'] },
  );
  const made = fc.record({ amount: fc.option(amount), name: food, note: fc.option(note) });
  fc.assert(
    fc.property(made, (parts) => {
      const { quantity: least, more, unit } = parts.amount ?? {};
      const most = least !== undefined && more !== undefined ? least + more : undefined;
      const counted: Ingredient = {
        ...(least !== undefined && { quantity: least }),
        ...(most !== undefined && { quantityMax: Math.round(most * 10_000) / 10_000 }),
        ...(unit && { unit: (most ?? least ?? 0) > 1 ? unit.many : unit.one }),
        name: parts.name,
        ...(parts.note !== null && { note: parts.note }),
      };
      const line = formatLine(counted);
      expect(parseLine(line)).toEqual({ ...counted, original: line });
    }),
    { numRuns: 3000 },
  );
});
