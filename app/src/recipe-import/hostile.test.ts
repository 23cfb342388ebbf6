import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import fc from 'fast-check';
import { analyse } from 'scslre';
import { recipeInput } from '../recipes/schemas.ts';
import { ImportFailed } from './errors.ts';
import { readHtml } from './read/html.ts';
import { RecipeImporter } from './service.ts';

const importer = new RecipeImporter({ allowLoopback: false, timeLimit: 1000 });

/** Regular expressions of a file, wherever they stand. */
function expressionsIn(node: unknown): { pattern: string; flags: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(expressionsIn);
  if (!('type' in node && node.type === 'RegExpLiteral')) return inner;
  const { pattern, flags } = node as unknown as { pattern: string; flags: string };
  return [{ pattern, flags }, ...inner];
}

const files = globSync(join(import.meta.dirname, '../**/*.ts'))
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('no regular expression of the app takes more than linear time', () => {
  const found = files.flatMap(({ file, text }) =>
    expressionsIn(parseSync(text, { syntax: 'typescript' })).map((one) => ({ file, ...one })),
  );
  expect(found.length).toBeGreaterThan(50);
  const slow = found.filter(
    ({ pattern, flags }) => analyse({ source: pattern, flags }).reports.length > 0,
  );
  expect(slow).toEqual([]);
});

test('none is put together at run time, where it could not be checked', () => {
  expect(files.filter(({ text }) => text.includes('new RegExp(')).map(({ file }) => file)).toEqual(
    [],
  );
});

test.each([
  ['elements within each other', `${'<div>'.repeat(200_000)}${'</p>'.repeat(200_000)}`],
  ['items within each other', '<b itemscope itemprop="recipeInstructions">x'.repeat(20_000)],
  ['lists within each other', `<script type="application/ld+json">${'['.repeat(500_000)}</script>`],
  ['objects within each other', `<script type="application/ld+json">${'{"a":'.repeat(100_000)}1`],
])('%s are no recipe', (_what, html) => {
  expect(() => importer.fromHtml(html)).toThrow(ImportFailed);
});

test('a page is read up to where it becomes too deep', () => {
  const script = '<script type="application/ld+json">1</script>';
  expect(readHtml(`${script}${'<i>'.repeat(1000)}${script}`).scripts).toEqual(['1']);
});

test('long lists are cut, and the user is told', () => {
  const { recipe, problems } = importer.fromJsonLd({
    '@type': 'Recipe',
    name: 'x'.repeat(10_000),
    recipeIngredient: Array.from({ length: 5000 }, () => `1 ${'y'.repeat(1000)}`),
    recipeInstructions: Array.from({ length: 5000 }, () => 'Stir.'),
    keywords: Array.from({ length: 500 }, (_, at) => `tag ${at}`),
  });
  expect(recipe.title).toHaveLength(200);
  expect(recipe).toMatchObject({ ingredients: { length: 200 }, steps: { length: 200 } });
  expect(recipe.tags).toHaveLength(50);
  const fields = new Set(problems.map(({ field }) => field));
  expect([...fields].sort()).toEqual(['ingredients', 'steps', 'tags', 'title']);
});

test('references that go round end somewhere', () => {
  const round = { '@id': '#a', text: { '@id': '#a' } };
  const recipe = { '@type': 'Recipe', name: 'x', recipeInstructions: [{ '@id': '#a' }] };
  expect(importer.fromJsonLd({ '@graph': [recipe, round] }).recipe.title).toBe('x');
});

test('prototypes stay as they are', () => {
  const text = '{"@type":"Recipe","name":"x","__proto__":{"title":"y"},"constructor":1}';
  expect(importer.fromJsonLd(text).recipe.title).toBe('x');
  importer.fromHtml('<b itemscope itemtype="Recipe"><i itemprop="__proto__ name">y</i></b>');
  expect({}).not.toHaveProperty('title');
});

test('any value anywhere in a recipe gives a draft that can be stored', () => {
  const property = fc.constantFrom(
    ...['name', 'description', 'recipeIngredient', 'recipeInstructions', 'keywords', 'image'],
    ...['recipeYield', 'prepTime', 'totalTime', 'nutrition', 'recipeCategory', 'author', 'url'],
  );
  const inner = fc.constantFrom('@id', '@type', '@list', 'text', 'name', 'itemListElement', 'item');
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('PT5M', '5', '1 cup', 'HowToSection', '#a', '', 'https://a.example', null),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(inner, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(property, value, { maxKeys: 6 }), (properties) => {
      const { recipe } = importer.fromJsonLd({
        headline: 'x',
        ...properties,
        '@type': 'Recipe',
        '@id': '#r',
      });
      expect(recipeInput.safeParse(recipe).success).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('any text gives a draft or says that it holds no recipe', () => {
  const part = fc.oneof(
    fc.constantFrom('<script type="application/ld+json">', '</script>', '{"@type":"Recipe",'),
    fc.constantFrom(
      '"name":"x"}',
      '<b itemscope itemtype="Recipe">',
      '</b>',
      '<i itemprop="name">',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      try {
        importer.fromHtml(parts.join(''));
      } catch (error) {
        expect(error).toBeInstanceOf(ImportFailed);
      }
    }),
    { numRuns: 1000 },
  );
});
