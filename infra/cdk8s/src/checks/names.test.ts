import { type EnvironmentOptions, environmentOptions } from '../environments.ts';
import { problemsOf } from '../testing/problems.ts';

const { staging } = environmentOptions;

function problems(change: object) {
  return problemsOf('staging', { ...staging, ...change } as EnvironmentOptions);
}

test.each(['Kitchen', 'kitchen.one', '-kitchen', 'k'.repeat(64), ''])(
  'a namespace cannot be called "%s"',
  (namespace) => {
    expect(problems({ namespace })).toEqual([
      `namespace is "${namespace}" for staging; it must be at most 63 lower-case letters, digits and dashes, with no dash at an end.`,
    ]);
  },
);

test.each([
  'https://recipes.example',
  'recipes.example:443',
  'Recipes.example',
  'recipes_.example',
  'recipes..example',
  '*.example',
  '192.0.2.1',
  '',
])('an Ingress cannot have the host "%s"', (host) => {
  expect(problems({ exposure: { ...staging.exposure, host } })).toEqual([
    `exposure of staging: host is "${host}"; it must be a host name in lower case such as recipes.example, without a scheme or a port.`,
  ]);
});

test.each(['recipes.example', 'xn--kche-0ra.example', '1.recipes.example', 'kitchen'])(
  'an Ingress may have the host "%s"',
  (host) => {
    expect(problems({ exposure: { ...staging.exposure, host } })).toEqual([]);
  },
);

test('a setting that there is not is refused', () => {
  expect(problems({ settings: { ...staging.settings, TRUSTED_PROXY_HOP: '1' } })).toEqual([
    'TRUSTED_PROXY_HOP stands among the settings of staging, but is none of docs/configuration.md; correct it, or take it out.',
  ]);
});
