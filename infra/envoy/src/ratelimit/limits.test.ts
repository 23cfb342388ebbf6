import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { expectGoldenJson } from '@recipe-book/test/golden';
import { recipeBookPolicies } from '../policies/policies.ts';
import { checkLimits } from '../testing/validate.ts';
import { rateLimitConfig } from './limits.ts';

describe('the limits of the ratelimit service', () => {
  test('are the reviewed ones, and its own checker takes them', () => {
    const limits = rateLimitConfig(recipeBookPolicies(loadSettings({})));
    expectGoldenJson(join(import.meta.dirname, '../../golden/limits.json'), limits);
    expect(checkLimits(limits)).toMatchObject({ code: 0 });
  });

  test('are refused by the checker when they are wrong', () => {
    const { code, output } = checkLimits({ domain: 'x', descriptors: [{ value: 'no key' }] });
    expect(code).not.toBe(0);
    expect(output).toContain('empty key');
  });
});
