import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { startApp, type TestApp } from '../testing/app.ts';

const reference = z.looseObject({ $ref: z.string() });
const response = z.looseObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.unknown()).optional(),
});
const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).length(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.union([reference, response])),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation.loose())),
  components: z.object({ responses: z.record(z.string(), response) }),
});

let app: TestApp;
let described: z.output<typeof document>;
let operations: [string, z.output<typeof operation>][];

beforeAll(async () => {
  app = await startApp();
  const { body } = await app.request.get('/api/openapi.json').expect(200);
  described = document.parse(body);
  operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, each]): [string, z.output<typeof operation>] => [
      `${method} ${path}`,
      each,
    ]),
  );
}, 20_000);
afterAll(() => app.stop());

/** A response, or the component that it refers to. */
function responseOf(given: z.output<typeof reference> | z.output<typeof response>) {
  const name = reference.safeParse(given).data?.$ref.split('/').at(-1);
  const found = name === undefined ? given : described.components.responses[name];
  return response.parse(found);
}

test('the document is valid OpenAPI 3.1', async () => {
  const { body } = await app.request.get('/api/openapi.json').expect(200);
  const validator = new Validator();
  expect(await validator.validate(body)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('every operation has a name of its own that can be the name of a function', () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]{3,40}$/);
});

test('every operation says how it can fail', () => {
  for (const [name, { security, responses }] of operations) {
    const statuses = Object.keys(responses);
    expect([name, ...statuses]).toEqual(expect.arrayContaining([name, '429', '503', 'default']));
    expect([name, statuses.includes('401') || security.length === 0]).toEqual([name, true]);
    if (name.includes('{')) expect([name, ...statuses]).toContain('404');
  }
});

test('every answer has the headers that Envoy and the app put on it', () => {
  for (const [name, { responses }] of operations) {
    for (const [status, given] of Object.entries(responses)) {
      const headers = Object.keys(responseOf(given).headers ?? {});
      expect([name, status, ...headers]).toEqual(
        expect.arrayContaining([name, status, 'X-Request-ID', 'X-RateLimit-Limit']),
      );
    }
  }
});
