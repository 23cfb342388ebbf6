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
    'delete /api/calendar',
    'delete /api/collections/{id}',
    'delete /api/meal-plans/{id}',
    'delete /api/recipes/{id}',
    'delete /api/recipes/{id}/image',
    'delete /api/shares/{id}',
    'delete /api/shopping-lists/{id}',
    'delete /api/shopping-lists/{id}/items/{itemId}',
    'get /api/auth/me',
    'get /api/calendar',
    'get /api/calendar/{token}.ics',
    'get /api/collections',
    'get /api/collections/{id}',
    'get /api/export',
    'get /api/images/{key}/{width}.webp',
    'get /api/meal-plans',
    'get /api/meal-plans/{id}',
    'get /api/recipes',
    'get /api/recipes/labels',
    'get /api/recipes/{id}',
    'get /api/shared/{token}',
    'get /api/shares',
    'get /api/shopping-lists',
    'get /api/shopping-lists/{id}',
    'get /api/shopping-lists/{id}/events',
    'patch /api/auth/me',
    'patch /api/collections/{id}',
    'patch /api/meal-plans/{id}',
    'patch /api/recipes/{id}',
    'patch /api/shopping-lists/{id}',
    'patch /api/shopping-lists/{id}/items/{itemId}',
    'post /api/auth/change-password',
    'post /api/auth/forgot-password',
    'post /api/auth/login',
    'post /api/auth/logout',
    'post /api/auth/refresh',
    'post /api/auth/register',
    'post /api/auth/reset-password',
    'post /api/calendar',
    'post /api/collections',
    'post /api/import',
    'post /api/ingredients/parse',
    'post /api/meal-plans',
    'post /api/recipes',
    'post /api/recipes/import',
    'post /api/recipes/import/image',
    'post /api/recipes/{id}/duplicate',
    'post /api/recipes/{id}/image',
    'post /api/shares',
    'post /api/shopping-lists',
    'post /api/shopping-lists/{id}/items',
    'post /api/shopping-lists/{id}/sync',
    'put /api/collections/{id}',
    'put /api/meal-plans/{id}',
    'put /api/recipes/{id}',
    'put /api/recipes/{id}/image',
    'put /api/shopping-lists/{id}',
  ]);
  expect(body.paths['/api/recipes'].get).toMatchObject({
    security: [{ bearer: [] }],
    parameters: expect.arrayContaining([
      expect.objectContaining({ in: 'query', name: 'page' }),
      expect.objectContaining({
        in: 'query',
        name: 'limit',
        schema: expect.objectContaining({ type: 'integer', maximum: 100, default: 20 }),
      }),
    ]),
  });
  expect(body.paths['/api/shopping-lists'].get.parameters).toContainEqual({
    in: 'query',
    name: 'isActive',
    schema: { type: 'boolean' },
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
