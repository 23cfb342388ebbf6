import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { RecipeInput } from '../../recipes/schemas.ts';
import { demoRecipes } from '../../seed/recipes/index.ts';
import { type SignedInHeaders, startApp, type TestApp } from '../../testing/app.ts';
import { onePixel } from '../../testing/one-pixel.ts';

let app: TestApp;
let ada: SignedInHeaders;

beforeAll(async () => {
  app = await startApp();
  ada = await app.signUp('ada@example.com');
}, 30_000);
afterAll(() => app.stop());

async function add(path: string, body: object) {
  return (await app.request.post(path).set(ada).send(body).expect(201)).body;
}

/** Makes a recipe or list and shares it. @returns the page. */
async function pageOf(kind: 'recipe' | 'shopping-list', body: object) {
  const path = kind === 'recipe' ? '/api/recipes' : '/api/shopping-lists';
  const { id } = await add(path, body);
  const { url } = await add('/api/shares', { kind, id });
  return app.request.get(url).expect(200);
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements of a page, each with the text that stands in it. */
function elementsOf(page: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => open.pop(),
  });
  parser.end(page);
  return elements;
}

function textsOf(elements: readonly Element[], name: string): string[] {
  return elements.filter((element) => element.name === name).map(({ text }) => text);
}

function metaOf(elements: readonly Element[], key: 'name' | 'property', value: string) {
  return elements.find((one) => one.name === 'meta' && one.attributes[key] === value)?.attributes[
    'content'
  ];
}

const soup = {
  title: 'Soup & "more"',
  description: 'Hot',
  servings: 2,
  prepMinutes: 5,
  cookMinutes: 90,
  ingredients: ['Base:', '1-2 l water', '1 pinch salt, fine'],
  steps: ['Boil it.', 'Eat it.'],
  tags: ['easy'],
  sourceUrl: 'https://example.com/soup?a=1&b=2',
  notes: 'private',
  rating: 5,
};

test('people can cook from the page of a recipe', async () => {
  const { text, headers } = await pageOf('recipe', soup);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  const elements = elementsOf(text);
  expect(textsOf(elements, 'title')).toEqual([soup.title]);
  expect(textsOf(elements, 'h1')).toEqual([soup.title]);
  expect(textsOf(elements, 'h3')).toEqual(['Base']);
  expect(textsOf(elements, 'li')).toEqual([
    'Servings: 2',
    'Preparation: 5 min',
    'Cooking: 1 h 30 min',
    '1-2 l water',
    '1 pinch salt, fine',
    'Boil it.',
    'Eat it.',
  ]);
  const links = elements.filter(({ name }) => name === 'a').map((one) => one.attributes['href']);
  expect(links).toContain(soup.sourceUrl);
  expect(metaOf(elements, 'property', 'og:title')).toBe(soup.title);
  expect(metaOf(elements, 'property', 'og:description')).toBe('Hot');
  expect(text).not.toContain('private');
});

test('the page shows the picture of a recipe, and says its size before it comes', async () => {
  const { id } = await add('/api/recipes', soup);
  await app.request
    .put(`/api/recipes/${id}/image`)
    .set({ ...ada, 'Content-Type': 'image/png' })
    .send(onePixel)
    .expect(200);
  const { url } = await add('/api/shares', { kind: 'recipe', id });
  const { text } = await app.request.get(url).expect(200);
  const picture = elementsOf(text).find((one) => one.attributes['class'] === 'picture')?.attributes;
  expect(picture).toMatchObject({ width: '1', height: '1', alt: '' });
  await app.request.get(picture?.['src'] ?? '').expect(200);
});

test('the page tells nobody of its address, runs nothing and is kept by nobody', async () => {
  const { text, headers } = await pageOf('recipe', soup);
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  const elements = elementsOf(text);
  expect(metaOf(elements, 'name', 'robots')).toBe('noindex');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const [style = ''] = textsOf(elements, 'style');
  expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  const addressed = elements.filter(
    ({ attributes }) => 'src' in attributes || 'href' in attributes,
  );
  const addresses = addressed.map(
    ({ attributes }) => attributes['src'] ?? attributes['href'] ?? '',
  );
  expect(addresses.filter((one) => !one.startsWith('/'))).toEqual([soup.sourceUrl]);
});

test('the page of a recipe leads to where one keeps it, with the secret where no server sees it', async () => {
  const { id } = await add('/api/recipes', soup);
  const { url, token } = await add('/api/shares', { kind: 'recipe', id });
  const { text } = await app.request.get(url).expect(200);
  const link = elementsOf(text).find((one) => one.text === 'Save to my recipes');
  expect(link?.attributes['href']).toBe(`/recipes/save#${token}`);
});

/** What one needs to cook. No time and a time of nothing are the same. */
function cookedBy(recipe: RecipeInput) {
  const { title, steps, servings, tags, ingredients, prepMinutes, cookMinutes } = recipe;
  const lines = ingredients.map(({ group, original, ...line }) => line);
  const times = [prepMinutes || undefined, cookMinutes || undefined];
  return { title, steps, servings, tags, lines, times };
}

test.each(demoRecipes.map((recipe) => [recipe.title, recipe] as const))(
  'our own import reads the page of %s',
  async (_, recipe) => {
    const { id } = await add('/api/recipes', recipe);
    const { url } = await add('/api/shares', { kind: 'recipe', id });
    const { text } = await app.request.get(url).expect(200);
    const { body: stored } = await app.request.get(`/api/recipes/${id}`).set(ada).expect(200);
    const { body } = await app.request
      .post('/api/recipes/import')
      .set(ada)
      .send({ html: text })
      .expect(200);
    expect(cookedBy(body.recipe)).toEqual(cookedBy(stored));
    expect(body.problems).toEqual([]);
  },
);

const hostile = [
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" onfocus=alert(1) autofocus="',
  '<!--<script>',
  '-->',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content=0;url=//evil.example>',
  '`-alert(1)-`',
  '{{constructor.constructor("alert(1)")()}}',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '\u2028</script>\u2029',
  'javascript:alert(1)',
];

test.each(hostile)('%j stays a text wherever it stands', async (text) => {
  const recipe = {
    title: text,
    description: text,
    ingredients: [{ name: text, note: text, group: text.slice(0, 40), original: text }],
    steps: [text],
    tags: [text.slice(0, 50)],
    cuisine: text.slice(0, 60),
    dishType: text.slice(0, 60),
  };
  const safe = await pageOf('recipe', {
    ...recipe,
    ...soup,
    ingredients: [{ name: 'a', group: 'b' }],
  });
  const page = await pageOf('recipe', { sourceUrl: soup.sourceUrl, ...recipe });
  const elements = elementsOf(page.text);
  const allowed = new Set(elementsOf(safe.text).map(({ name }) => name));
  expect(elements.filter(({ name }) => !allowed.has(name))).toEqual([]);
  const scripts = elements.filter(({ name }) => name === 'script');
  expect(scripts.map(({ attributes }) => attributes)).toEqual([{ type: 'application/ld+json' }]);
  expect(JSON.parse(scripts[0]?.text ?? '')).toMatchObject({
    name: text.trim(),
    '@type': 'Recipe',
  });
  expect(textsOf(elements, 'h1')).toEqual([text.trim()]);
  const names = elements.flatMap(({ attributes }) => Object.keys(attributes));
  expect(names.filter((name) => name.startsWith('on') || name === 'srcdoc')).toEqual([]);
});

test('a shopping list can be read', async () => {
  const items = [
    { name: 'rye bread', quantity: 2 },
    { name: '<b>tea</b>', checked: true },
  ];
  const { text } = await pageOf('shopping-list', { name: 'Saturday', items });
  const elements = elementsOf(text);
  expect(textsOf(elements, 'h1')).toEqual(['Saturday']);
  expect(textsOf(elements, 'li')).toEqual(['☐ 2 rye bread', '☑ <b>tea</b>']);
  expect(textsOf(elements, 'script')).toEqual([]);
  expect(textsOf(elements, 'p')).toEqual(['1 of 2 items are still to buy.']);
});

test.each(['x', 'x'.repeat(43), 'x'.repeat(5000)])(
  '%.50s gives a page that says so',
  async (token) => {
    const { text, headers } = await app.request.get(`/shared/${token}`).expect(404);
    expect(headers['content-type']).toMatch('text/html');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(textsOf(elementsOf(text), 'h1')).toEqual(['Nothing here']);
  },
);
