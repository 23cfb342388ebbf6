import { startApp, type TestApp } from '../testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 20_000);
afterAll(() => app.stop());

test('describes every operation with the schemas that check it', async () => {
  const { body } = await app.request.get('/api/openapi.json').expect(200);
  expect(body.openapi).toMatch(/^3\.1\./);
  const operations = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(operations.sort()).toEqual([
    'delete /api/auth/me',
    'delete /api/recipes/{id}',
    'get /api/auth/me',
    'get /api/recipes',
    'get /api/recipes/{id}',
    'patch /api/auth/me',
    'patch /api/recipes/{id}',
    'post /api/auth/change-password',
    'post /api/auth/forgot-password',
    'post /api/auth/login',
    'post /api/auth/logout',
    'post /api/auth/refresh',
    'post /api/auth/register',
    'post /api/auth/reset-password',
    'post /api/recipes',
    'put /api/recipes/{id}',
  ]);
  expect(body.paths['/api/recipes'].get).toMatchObject({
    security: [{ bearer: [] }],
    parameters: [
      { in: 'query', name: 'page', schema: { type: 'integer', minimum: 1 } },
      { in: 'query', name: 'limit', schema: { type: 'integer', maximum: 100, default: 20 } },
    ],
  });
  expect(body.paths['/api/auth/refresh'].post).toMatchObject({
    security: [],
    parameters: [{ in: 'cookie', name: 'recipe_book_refresh', schema: { type: 'string' } }],
  });
  expect(body.components.schemas.RecipeInput).toMatchObject({
    required: ['title'],
    additionalProperties: false,
    properties: { servings: { type: 'integer', minimum: 1, maximum: 1000 } },
  });
});

test('every reference leads somewhere', async () => {
  const { body, text } = await app.request.get('/api/openapi.json').expect(200);
  const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(5);
  expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(references));
});
