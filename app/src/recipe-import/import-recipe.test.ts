import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type SignedInHeaders, startApp, type TestApp } from '../testing/app.ts';

const page = `<script type="application/ld+json">
  {"@type": "Recipe", "name": "Crêpes", "recipeIngredient": ["3 eggs"], "recipeInstructions": "Fry."}
</script>`;

let app: TestApp;
let ada: SignedInHeaders;
let site: Server;
let origin: string;

const answers: Record<string, RequestListener> = {
  '/page': (_request, response) => response.setHeader('Content-Type', 'text/html').end(page),
  '/latin1': (_request, response) =>
    response
      .setHeader('Content-Type', 'text/html; charset=ISO-8859-1')
      .end(Buffer.from(page, 'latin1')),
  '/packed': (_request, response) =>
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync(page)),
  '/data': (_request, response) =>
    response
      .setHeader('Content-Type', 'application/ld+json')
      .end('{"@type": "Recipe", "name": "Crêpes", "recipeIngredient": ["3 eggs"]}'),
  '/moved': (_request, response) => response.writeHead(302, { Location: '/page' }).end(),
  '/round': (_request, response) => response.writeHead(301, { Location: '/round' }).end(),
  '/inside': (_request, response) =>
    response.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
  '/file': (_request, response) =>
    response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  '/refused': (_request, response) => response.writeHead(403).end('no robots'),
  '/empty': (_request, response) => response.end('<p>Nothing</p>'),
  '/picture': (_request, response) => response.setHeader('Content-Type', 'image/png').end('x'),
  '/damaged': (_request, response) =>
    response.setHeader('Content-Encoding', 'gzip').end('not packed'),
  '/large': (_request, response) => response.end(Buffer.alloc(3_000_000, ' ')),
  '/bomb': (_request, response) =>
    response.setHeader('Content-Encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000))),
};

beforeAll(async () => {
  app = await startApp({ RECIPE_IMPORT_ALLOW_LOOPBACK: 'true' });
  ada = await app.signUp('ada@example.com');
  site = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}, 20_000);
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await app.stop();
});

function send(body: object, user = ada) {
  return app.request.post('/api/recipes/import').set(user).send(body);
}

test.each(['/page', '/latin1', '/packed', '/data', '/moved'])('%s is read', async (path) => {
  const { body } = await send({ url: `${origin}${path}` }).expect(200);
  const end = path === '/moved' ? '/page' : path;
  expect(body.recipe).toMatchObject({ title: 'Crêpes', sourceUrl: `${origin}${end}` });
});

test.each([
  ['/refused', 'refused', /answered 403\. .* paste/],
  ['/absent', 'refused', /answered 404/],
  ['/round', 'refused', /from page to page/],
  ['/inside', 'not-public', /10\.0\.0\.1/],
  ['/file', 'not-allowed', /http/],
  ['/empty', 'no-recipe', /no recipe/],
  ['/picture', 'not-readable', /image\/png/],
  ['/damaged', 'not-readable', /damaged/],
  ['/large', 'too-large', /2 MB/],
  ['/bomb', 'too-large', /2 MB/],
])('%s is no recipe: %s', async (path, reason, detail) => {
  const { body } = await send({ url: `${origin}${path}` }).expect(422);
  expect(body.type).toBe(`urn:recipe-book:problem:import-${reason}`);
  expect(body.detail).toMatch(detail);
});

test('a draft can be stored as it is', async () => {
  const { body } = await send({ html: page }).expect(200);
  expect(body).toMatchObject({ images: [], problems: [] });
  const stored = await app.request.post('/api/recipes').set(ada).send(body.recipe).expect(201);
  expect(stored.body).toMatchObject(body.recipe);
  const { body: list } = await app.request.get('/api/recipes').set(ada).expect(200);
  expect(list.total).toBe(1);
});

test('pasted data is read as an object, as a list and as text', async () => {
  const jsonLd = { '@type': 'Recipe', name: 'Tea' };
  for (const form of [jsonLd, [jsonLd], JSON.stringify(jsonLd)]) {
    const { body } = await send({ jsonLd: form }).expect(200);
    expect(body.recipe.title).toBe('Tea');
  }
});

test.each([
  ['nothing', {}],
  ['two things', { url: 'https://example.com', html: 'x' }],
  ['an unknown field', { page: 'x' }],
  ['an operator', { url: { $gt: '' } }],
])('%s is 400', async (_what, body) => {
  await send(body).expect(400);
});

test.each([
  ['lists', '[', ']'],
  ['objects', '{"recipeInstructions":', '}'],
])('%s within each other ten thousand deep are no recipe', async (_what, open, close) => {
  const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
  const { body } = await app.request
    .post('/api/recipes/import')
    .set(ada)
    .set('Content-Type', 'application/json')
    .send(`{"jsonLd": ${deep}}`)
    .expect(422);
  expect(body.type).toBe('urn:recipe-book:problem:import-no-recipe');
});

test('a recipe that is nested too deeply is read as far as it goes', async () => {
  const steps = `${'['.repeat(10_000)}"Fry."${']'.repeat(10_000)}`;
  const { body } = await app.request
    .post('/api/recipes/import')
    .set(ada)
    .set('Content-Type', 'application/json')
    .send(`{"jsonLd": {"@type": "Recipe", "name": "x", "recipeInstructions": ${steps}}}`)
    .expect(200);
  expect(body.recipe.title).toBe('x');
  expect(body.problems.map(({ field }: { field: string }) => field)).toContain('steps');
});

test('it needs a signed-in user', async () => {
  await app.request.post('/api/recipes/import').send({ html: page }).expect(401);
});
