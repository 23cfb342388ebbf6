import { join } from 'node:path';
import { environments, loadSettings } from '@recipe-book/settings';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { envoyBootstrap } from './bootstrap.ts';
import { envoyRoutes } from './listener/routes.ts';
import { recipeBookPolicies } from './policies/policies.ts';
import { testPlacement } from './testing/placement.ts';
import { validateBootstrap, validateEnvoy } from './testing/validate.ts';

const golden = join(import.meta.dirname, '../golden');

describe('the Envoy configuration', () => {
  test.each(environments)('of %s is the reviewed one, and Envoy takes it', (environment) => {
    const settings = loadSettings({ APP_ENV: environment });
    const bootstrap = envoyBootstrap(settings, testPlacement);
    const routes = envoyRoutes(settings, recipeBookPolicies(settings));
    expectGoldenJson(join(golden, `envoy-${environment}.json`), bootstrap);
    expectGoldenJson(join(golden, `routes-${environment}.json`), routes);
    const { code, output } = validateEnvoy(bootstrap, routes);
    expect(output).not.toMatch(/deprecated/i);
    expect(code).toBe(0);
  });

  test('leaves compression out when it is switched off', () => {
    const settings = loadSettings({ ENABLE_COMPRESSION: 'false' });
    const bootstrap = envoyBootstrap(settings, testPlacement);
    expect(JSON.stringify(bootstrap)).not.toContain('compressor');
    expect(validateEnvoy(bootstrap, envoyRoutes(settings, [])).code).toBe(0);
  });

  test('is refused by Envoy when it is wrong', () => {
    const { code, output } = validateBootstrap({ static_resources: { listeners: [{ nam: 'x' }] } });
    expect(code).not.toBe(0);
    expect(output).toContain('nam');
  });
});
