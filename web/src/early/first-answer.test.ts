import { firstAnswerPath } from './first-answer.ts';

const id = '6650f0c2a4b1d2e3f4a5b6c7';

test.each([
  ['/recipes', '', '/api/recipes?page=1&limit=24'],
  [`/recipes/${id}`, '', `/api/recipes/${id}`],
  [`/recipes/${id}`, '?servings=4', `/api/recipes/${id}`],
  [`/recipes/${id}/cook`, '', `/api/recipes/${id}`],
  [`/recipes/${id}/edit`, '', `/api/recipes/${id}`],
  ['/', '', undefined],
  ['/recipes/new', '', undefined],
  // The page knows its filters itself.
  ['/recipes', '?q=soup', undefined],
])('%s%s begins with %s', (pathname, search, expected) => {
  expect(firstAnswerPath({ pathname, search })).toBe(expected);
});
