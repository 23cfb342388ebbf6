import { keptKind } from './kept-requests.ts';

const id = '6650f0c2a4b1d2e3f4a5b6c7';

test.each([
  ['/api/recipes', 'data'],
  [`/api/recipes/${id}`, 'data'],
  [`/api/shopping-lists/${id}`, 'data'],
  ['/api/meal-plans', 'data'],
  [`/api/collections/${id}`, 'data'],
  ['/api/images/0a1b2c/320.webp', 'pictures'],
] as const)('%s is kept as %s', (path, kind) => {
  expect(keptKind(path)).toBe(kind);
});

test.each([
  `/api/shopping-lists/${id}/events`,
  '/api/export',
  '/api/auth/refresh',
  '/api/shares',
  '/api/calendar',
  '/api/shared/0123456789',
  '/otlp/v1/traces',
  '/web-settings.json',
])('%s is not kept', (path) => {
  expect(keptKind(path)).toBeUndefined();
});
