import { loadSettings } from '@recipe-book/settings';
import fc from 'fast-check';
import { anyPolicies } from '../testing/policies.ts';
import { validatePolicies } from '../testing/validate.ts';
import { evaluate } from './evaluate.ts';
import { recipeBookPolicies } from './policies.ts';
import type { Policy } from './policy.ts';

const windows = [1, 5, 27, 60, 90, 900, 2400, 2700, 3600, 7200, 86_400];

test('policies that are valid give configs that Envoy and ratelimit take', () => {
  fc.assert(
    fc.property(anyPolicies(windows), (policies) => {
      for (const { code, output } of validatePolicies(policies)) {
        if (code !== 0) throw new Error(output);
      }
    }),
    { numRuns: 15 },
  );
});

test('a policy may have many long paths', () => {
  const paths = Array.from(
    { length: 20 },
    (_, at) => `/api/{tenant}/some-resource-${at}/{id}/parts/**`,
  );
  const long: Policy = {
    name: 'many',
    client: { by: 'user' },
    scope: { paths, except: paths.map((path) => path.replace('/parts', '/others')) },
    requests: 5,
    windowSeconds: 60,
  };
  for (const { code, output } of validatePolicies([long]))
    expect({ code, output }).toMatchObject({ code: 0 });
  const tooMany = [...paths, ...paths, ...paths];
  expect(() => validatePolicies([{ ...long, scope: { paths: tooMany } }])).toThrow(
    'more than 2000 characters together',
  );
});

test.each([
  ['/', ['site']],
  ['/assets/index.js', ['site']],
  ['/healthy', ['site']],
  ['/recipes', ['site']],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7', ['site', 'recipe-pages', 'global']],
  ['/recipes/6650f0c2a4b1d2e3f4a5b6c7/cook', ['site']],
  ['/otlp/v1/traces', ['web-telemetry']],
  ['/otlp', ['web-telemetry']],
  ['/health', []],
  ['/health/live', []],
  ['/health/nothing', []],
  ['/api/images/a.webp', ['images', 'global']],
  ['/api/recipes', ['anonymous', 'global']],
  ['/shared/x', ['anonymous', 'global']],
])('every request but a probe is counted: %s', (path, names) => {
  const request = { method: 'GET', path, address: '192.0.2.1', headers: {} };
  const counting = recipeBookPolicies(loadSettings({})).filter(
    (one) => evaluate(one, request).counts,
  );
  expect(counting.map(({ name }) => name)).toEqual(names);
});

test('reports of errors are counted by address where there are any', () => {
  const request = { method: 'POST', path: '/error-reports', address: '192.0.2.1', headers: {} };
  const counting = (text: Record<string, string>) =>
    recipeBookPolicies(loadSettings(text))
      .filter((one) => evaluate(one, request).counts)
      .map(({ name }) => name);
  const sentry = { SENTRY_ENABLED: 'true', SENTRY_DSN: 'https://key@sentry.example/1' };
  expect(counting(sentry)).toEqual(['site', 'error-reports']);
  expect(counting({})).toEqual(['site']);
});

describe('RATE_LIMIT_OVERRIDES', () => {
  const policy = (overrides: string, name: string) =>
    recipeBookPolicies(loadSettings({ RATE_LIMIT_OVERRIDES: overrides })).find(
      (one) => one.name === name,
    );

  test('changes limits by name', () => {
    const overrides = 'login=20/5min, user=7,images=shadow,global=off';
    expect(policy(overrides, 'login')).toMatchObject({ requests: 20, windowSeconds: 300 });
    expect(policy(overrides, 'user')).toMatchObject({ requests: 7, windowSeconds: 900 });
    expect(policy(overrides, 'images')).toMatchObject({ requests: 600, shadow: true });
    expect(policy(overrides, 'global')).toBeUndefined();
    expect(policy(overrides, 'register')).toMatchObject({ requests: 10, windowSeconds: 60 });
  });

  test('puts into shadow what else denies', () => {
    const settings = { RATE_LIMIT_LOGIN_WHEN_UNAVAILABLE: 'deny' };
    const policies = (more: Record<string, string>) =>
      recipeBookPolicies(loadSettings({ ...settings, ...more }));
    expect(policies({})[3]).toMatchObject({ name: 'login', whenUnavailable: 'deny' });
    expect(policies({ RATE_LIMIT_OVERRIDES: 'login=shadow' })[3]).toMatchObject({ shadow: true });
  });

  test.each([
    ['lgin=20', 'RATE_LIMIT_OVERRIDES names the policy "lgin"; there are anonymous, user'],
    ['login=20/7min', 'Policy "login": A window of 420 s cannot be counted'],
    ['login=0', 'RATE_LIMIT_OVERRIDES'],
    ['login', 'RATE_LIMIT_OVERRIDES'],
    ['login=off;user=off', 'RATE_LIMIT_OVERRIDES'],
  ])('of "%s" is refused', (overrides, message) => {
    expect(() => policy(overrides, 'login')).toThrow(message);
  });
});
