import { routePattern } from './use-route-signal.ts';

const routes = [
  {
    children: [
      { index: true },
      { path: 'sign-in' },
      { path: 'recipes', children: [{ index: true }, { path: 'new' }, { path: ':id' }] },
      { path: '*' },
    ],
  },
];

test.each([
  ['/', '/'],
  ['/sign-in', '/sign-in'],
  ['/recipes', '/recipes'],
  ['/recipes/new', '/recipes/new'],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7', '/recipes/:id'],
  ['/secret/of/mine', '/*'],
])('%s is a page of %s', (path, pattern) => {
  expect(routePattern(routes as Parameters<typeof routePattern>[0], path)).toBe(pattern);
});
