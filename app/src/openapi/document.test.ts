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
    'delete /api/recipes/{id}',
    'get /api/auth/me',
    'get /api/export',
    'get /api/recipes',
    'get /api/recipes/{id}',
    'patch /api/recipes/{id}',
    'post /api/auth/login',
    'post /api/auth/register',
    'post /api/import',
    'post /api/ingredients/parse',
    'post /api/recipes',
    'post /api/recipes/import',
    'post /api/recipes/{id}/duplicate',
    'put /api/recipes/{id}',
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
