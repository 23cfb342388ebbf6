import fc from 'fast-check';
import { toApiError } from './problem.ts';

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});

test.each([
  ['title', 'title'],
  ['ingredients.0.name', 'ingredients.0.name'],
  ['/ingredients/0/name', 'ingredients.0.name'],
  ['ingredients[0].name', 'ingredients.0.name'],
  [['ingredients', 0, 'name'], 'ingredients.0.name'],
  [undefined, ''],
])('reads the path %j as %j', (path, expected) => {
  const text = JSON.stringify({ errors: [{ path, message: 'No.' }] });
  expect(toApiError(answer(400), text).fields).toEqual([{ path: expected, message: 'No.' }]);
});

test('has plain words, and the id from the header, when a proxy answers with its own page', () => {
  expect(toApiError(answer(503, { 'x-request-id': 'r-3' }), '<h1>busy</h1>')).toMatchObject({
    kind: 'server',
    requestId: 'r-3',
    fields: [],
  });
});

test('says when a 429 may be sent again, and nothing of it for others', () => {
  const headers = { 'retry-after': '30' };
  expect(toApiError(answer(429, headers), '', 1_000).retryAt).toBe(31_000);
  expect(toApiError(answer(503, headers), '', 1_000).retryAt).toBeUndefined();
});

test('takes any JSON whatever', () => {
  const problem = fc.record(
    { title: fc.jsonValue(), detail: fc.jsonValue(), errors: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        problem.map((it) => JSON.stringify(it)),
      ),
      (text) => {
        const error = toApiError(answer(400), text);
        expect(error.detail?.trim()).not.toBe('');
        for (const field of error.fields) expect(typeof field.message).toBe('string');
      },
    ),
  );
});

test('knows the problem by its code, and says nothing for a server that fails', () => {
  const type = 'urn:recipe-book:problem:changed-meanwhile';
  const changed = toApiError(answer(412), JSON.stringify({ type, detail: 'It has changed.' }));
  expect(changed).toMatchObject({ kind: 'conflict', code: 'changed-meanwhile' });
  expect(toApiError(answer(500), JSON.stringify({ detail: 'Oh.' })).detail).toBeUndefined();
});
