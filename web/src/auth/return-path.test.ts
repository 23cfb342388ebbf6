import { returnPath } from './return-path.ts';

test('goes back to the page that asked', () => {
  expect(returnPath({ from: '/recipes/1?x=2' })).toBe('/recipes/1?x=2');
});

test.each([
  null,
  {},
  { from: 7 },
  { from: '' },
  { from: 'https://evil.example' },
  { from: '//evil.example' },
  { from: '/\\evil.example' },
])('goes to the recipes for %j', (state) => {
  expect(returnPath(state)).toBe('/recipes');
});
