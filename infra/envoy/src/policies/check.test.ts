import { checkPolicies } from './check.ts';
import type { Policy } from './policy.ts';

const policy: Policy = {
  name: 'writes',
  client: { by: 'user' },
  scope: { paths: ['/api/**'] },
  requests: 5,
  windowSeconds: 60,
};

describe('a policy', () => {
  test.each<[string, Partial<Policy>, string]>([
    ['a bad name', { name: 'Bad name' }, 'Policy "Bad name": its name must be'],
    ['no requests', { requests: 0 }, 'requests is 0; it must be a whole number from 1'],
    ['half a request', { requests: 1.5 }, 'requests is 1.5'],
    ['an odd window', { windowSeconds: 2940 }, 'A window of 2940 s cannot be counted'],
    ['no path', { scope: { paths: [] } }, 'its scope names no path'],
    ['a path without slash', { scope: { paths: ['api'] } }, 'must begin with a slash'],
    [
      'an exception without slash',
      { scope: { paths: ['/api/**'], except: ['api'] } },
      'the path "api" must begin with a slash',
    ],
    ['a strange method', { scope: { paths: ['/a'], methods: ['get'] } }, 'the method "get"'],
    ['no method', { scope: { paths: ['/a'], methods: [] } }, 'its scope names no method'],
    [
      'a strange content type',
      { scope: { paths: ['/a'], contentTypes: ['json'] } },
      'the content type "json" must look like',
    ],
    ['a cost above its limit', { cost: 6 }, 'one request costs 6, more than the 5'],
    ['no cost', { cost: 0 }, 'cost is 0'],
    [
      'a strange network',
      { client: { by: 'address', network: { ipv4: 33, ipv6: 64 } } },
      'the ipv4 prefix is 33; it must be a whole number from 8 to 32',
    ],
    ['a strange claim', { client: { by: 'claim', claim: 'a..b' } }, 'the claim "a..b"'],
    [
      'a header that Envoy sets itself',
      { client: { by: 'header', header: 'x-client-address' } },
      'is removed from every request',
    ],
    [
      'a header with a secret',
      { client: { by: 'header', header: 'authorization' } },
      'count by user or api-key',
    ],
    ['a header in capitals', { client: { by: 'header', header: 'X-Team' } }, 'in lower case'],
    [
      'a tier without limit',
      { tiers: { claim: 'plan', requests: { pro: 0 } } },
      'requests of the tier "pro" is 0',
    ],
    ['no tier', { tiers: { claim: 'plan', requests: {} } }, 'its tiers name no value'],
    ['a bad allowed network', { allow: ['10.0.0.1'] }, 'the network "10.0.0.1" must be written'],
    ['a bad allowed prefix', { allow: ['10.0.0.0/33'] }, 'the network "10.0.0.0/33"'],
    [
      'shadow and deny',
      { shadow: true, whenUnavailable: 'deny' },
      'it is in shadow, which never refuses',
    ],
  ])('with %s is refused', (_, change, message) => {
    expect(() => checkPolicies([{ ...policy, ...change }])).toThrow(message);
  });

  test('of the name of another is refused', () => {
    expect(() => checkPolicies([policy, policy])).toThrow('its name is taken');
  });

  test('is told every one of its problems', () => {
    expect(() => checkPolicies([{ ...policy, requests: 0, cost: 0 }])).toThrow(
      /requests is 0[\s\S]*cost is 0/,
    );
  });
});
