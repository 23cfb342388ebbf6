import { urlTemplate } from './url-template.ts';

test.each([
  ['/', '/'],
  ['/api/recipes', '/api/recipes'],
  ['/api/auth/forgot-password', '/api/auth/forgot-password'],
  ['/api/recipes/6650f0c2a4b1d2e3f4a5b6c7', '/api/recipes/:id'],
  ['/api/recipes/6650f0c2a4b1d2e3f4a5b6c7/image', '/api/recipes/:id/image'],
  ['/shared/A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0_-z', '/shared/:id'],
  ['/api/calendar/A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0_-z.ics', '/api/calendar/:id'],
  ['/search/Oma%20Erna', '/search/:id'],
])('%s is %s', (path, template) => {
  expect(urlTemplate(path)).toBe(template);
});
