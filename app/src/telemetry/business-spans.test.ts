import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { onePixel } from '../testing/one-pixel.ts';
import type { ReceivedSpan } from '../testing/otlp-schema.ts';
import { startTracedApp, type TracedApp } from '../testing/traced-app.ts';

const page = `<title>Soup</title><script type="application/ld+json">
  {"@type":"Recipe","name":"Secret soup","recipeIngredient":["1 onion","2 carrots"],
   "recipeInstructions":["Cook."]}</script>`;
const today = new Date().toISOString().slice(0, 10);
const errorStatus = 2;

let traced: TracedApp;
let site: Server;
/** Headers of the requests that the other site has got. */
const asked: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  site = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(request.url === '/away' ? 404 : 200, { 'content-type': 'text/html' });
    response.end(page);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  traced = await startTracedApp({ RECIPE_IMPORT_ALLOW_LOOPBACK: 'true' });
  await act();
  await traced.end();
}, 60_000);
afterAll(async () => {
  site.close();
  await traced.stop();
});

/** What a user does in an evening. */
async function act(): Promise<void> {
  const address = site.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const made = async (method: string, path: string, body?: unknown, headers?: object) => {
    const response = await traced.send(method, path, body, headers);
    expect([path, response.ok]).toEqual([path, true]);
    return response.headers.get('content-type')?.includes('json') ? response.json() : undefined;
  };
  await made(
    'POST',
    '/api/recipes/import',
    { url: `http://127.0.0.1:${port}/soup?for=ada` },
    {
      baggage: 'web.flow=import,web.route=/recipes/:id,user=ada',
      'x-request-id': 'import-1',
    },
  );
  await traced.send('POST', '/api/recipes/import', { url: `http://127.0.0.1:${port}/away` });
  const { id: recipeId } = await made('POST', '/api/recipes', {
    title: 'Soup',
    ingredients: ['1 onion', '2 carrots'],
  });
  await made('PUT', `/api/recipes/${recipeId}/image`, onePixel, { 'content-type': 'image/png' });
  const plan = { startDate: today, endDate: today };
  const slots = [{ date: today, meal: 'lunch', recipeId }];
  const { id: planId } = await made('POST', '/api/meal-plans', { ...plan, slots });
  await made('PATCH', `/api/meal-plans/${planId}`, { slots: [] });
  const { id: listId } = await made('POST', '/api/shopping-lists', {
    name: 'Shop',
    fromRecipes: [{ recipeId }],
  });
  await made('POST', `/api/shopping-lists/${listId}/items`, { items: [{ name: 'salt' }] });
  const file = await (await traced.send('GET', '/api/export')).text();
  await made('POST', '/api/import', Buffer.from(file), { 'content-type': 'application/ld+json' });
  await traced.send('POST', '/api/auth/login', { email: 'a@example.com', password: 'wrong one' });
}

function named(name: string): ReceivedSpan[] {
  return traced.receiver.spans.filter((span) => span.name === name);
}

function parentOf({ parentSpanId }: ReceivedSpan): string | undefined {
  return traced.receiver.spans.find(({ spanId }) => spanId === parentSpanId)?.name;
}

test.each([
  ['recipe.import', 'POST /api/recipes/import', { 'recipe_book.import.source': 'url' }],
  ['public_web.fetch', 'recipe.import', { 'server.address': '127.0.0.1' }],
  ['recipe.import.parse', 'recipe.import', {}],
  ['recipe.import.draft', 'recipe.import', {}],
  ['picture.convert', 'PUT /api/recipes/:id/image', { 'recipe_book.picture.files': 1 }],
  ['meal_plan.create', 'POST /api/meal-plans', { 'recipe_book.meal_plan.slots': 1 }],
  ['meal_plan.change', 'PATCH /api/meal-plans/:id', { 'recipe_book.meal_plan.slots': 0 }],
  [
    'shopping_list.create',
    'POST /api/shopping-lists',
    { 'recipe_book.shopping_list.needs': 2, 'recipe_book.shopping_list.items': 2 },
  ],
  [
    'shopping_list.merge',
    'POST /api/shopping-lists/:id/items',
    { 'recipe_book.shopping_list.items': 3 },
  ],
  ['transfer.export', 'GET /api/export', { 'recipe_book.transfer.things': 4 }],
  ['transfer.import', 'POST /api/import', { 'recipe_book.transfer.added': 0 }],
])('%s has a span below %s', (name, parent, attributes) => {
  const [span] = named(name);
  expect(span).toMatchObject({ attributes: { ...attributes, 'user.id': traced.userId } });
  expect(span && parentOf(span)).toBe(parent);
});

test('the database is below the business', () => {
  const parents = named('insert mealplans').map(parentOf);
  expect(parents).toEqual(['meal_plan.create']);
});

test('spans hold counts and kinds, and nothing that users wrote or read', () => {
  expect(JSON.stringify(traced.receiver.spans)).not.toMatch(/[Ss]ecret soup|onion|for=ada/);
});

test('the baggage of the browser is on all spans of its request, as far as it is allowed', () => {
  const [{ traceId } = { traceId: '' }] = named('recipe.import');
  const spans = traced.receiver.spans.filter((span) => span.traceId === traceId);
  expect(spans.length).toBeGreaterThanOrEqual(5);
  for (const { attributes } of spans) {
    expect(attributes).toMatchObject({ 'web.flow': 'import', 'web.route': '/recipes/:id' });
    expect(attributes).not.toHaveProperty('user');
    expect(attributes).toMatchObject({ 'request.id': 'import-1' });
  }
});

test('other sites learn nothing of the trace', () => {
  expect(asked).toHaveLength(2);
  for (const headers of asked) {
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(traceparent|tracestate|baggage)$/)]),
    );
  }
});

test('what was expected to fail is no error on any span, and no exception', () => {
  const failed = named('recipe.import')[1];
  expect(failed?.attributes).toMatchObject({ 'error.type': 'ImportFailed' });
  const inErrors = traced.receiver.spans.filter(({ status }) => status.code === errorStatus);
  expect(inErrors.map(({ name }) => name)).toEqual([]);
  expect(traced.receiver.spans.flatMap(({ events }) => events)).toEqual([]);
});

test('what happened is counted by name', () => {
  const counted = traced.receiver.metrics.findLast(({ name }) => name === 'recipe_book.events');
  // Those that did not happen are counted too, as zero.
  const happened = counted?.points.filter(({ value }) => value > 0) ?? [];
  const counts = happened.map(({ attributes, value }) => [attributes['event.name'], value]);
  expect(Object.fromEntries(counts)).toEqual({
    'user.registered': 1,
    'user.sign_in_failed': 1,
    'recipe.imported': 1,
    'recipe.import_failed': 1,
    'recipe.created': 1,
    'picture.added': 1,
    'meal_plan.created': 1,
    'shopping_list.created': 1,
    'data.exported': 1,
    'data.imported': 1,
  });
});
