import fc from 'fast-check';
import { validatePolicies } from '../testing/validate.ts';
import { checkPolicies } from './check.ts';
import type { Client, Policy } from './policy.ts';

const policy: Policy = {
  name: 'writes',
  client: 'user',
  scope: { match: 'prefix', paths: ['/api/'] },
  requests: 5,
  windowSeconds: 60,
};

const clients: Client[] = ['anonymous-address', 'address', 'user', 'everyone'];
const path = fc.stringMatching(/^\/[A-Za-z0-9/._~$&+,:;=@()!*'-]{0,20}$/);
const anyPolicy = fc.record({
  client: fc.constantFrom(...clients),
  scope: fc.record({
    match: fc.constantFrom('prefix' as const, 'exact' as const),
    paths: fc.array(path, { minLength: 1, maxLength: 3 }),
    except: fc.array(path, { maxLength: 2 }),
  }),
  requests: fc.integer({ min: 1, max: 0xffff_ffff }),
  windowSeconds: fc.constantFrom(1, 5, 60, 90, 900, 3600, 7200, 86_400),
});

describe('policies', () => {
  test('that are valid give configs that Envoy and ratelimit take', () => {
    fc.assert(
      fc.property(fc.array(anyPolicy, { minLength: 1, maxLength: 6 }), (unnamed) => {
        const policies = unnamed.map((one, at) => ({ ...one, name: `policy-${at}` }));
        for (const { code, output } of validatePolicies(policies)) {
          if (code !== 0) throw new Error(output);
        }
      }),
      { numRuns: 15 },
    );
  });

  test.each<[string, Partial<Policy>, string]>([
    ['a bad name', { name: 'Bad name' }, 'Policy "Bad name": its name must be'],
    ['no requests', { requests: 0 }, 'requests is 0; it must be a whole number from 1'],
    ['an odd window', { windowSeconds: 420 * 7 }, 'A window of 2940 s cannot be counted'],
    ['no path', { scope: { match: 'exact', paths: [] } }, 'its scope names no path'],
    [
      'a path without slash',
      { scope: { match: 'exact', paths: ['api'] } },
      'must begin with a slash',
    ],
    [
      'a path with a query',
      { scope: { match: 'exact', paths: ['/a?b'] } },
      'must not hold ?, # or %',
    ],
    [
      'an exception without slash',
      { scope: { match: 'prefix', paths: ['/api/'], except: ['api'] } },
      'must begin with a slash',
    ],
  ])('with %s are refused', (_, change, message) => {
    expect(() => checkPolicies([{ ...policy, ...change }])).toThrow(message);
  });

  test('of the same name are refused', () => {
    expect(() => checkPolicies([policy, policy])).toThrow('its name is taken');
  });
});
