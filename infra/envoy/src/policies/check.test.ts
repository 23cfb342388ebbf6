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
      'host bits in a network',
      { allow: ['10.0.0.1/8'] },
      '"10.0.0.1/8" has bits set behind its first 8',
    ],
    ['host bits of IPv6', { allow: ['2001:db8::1:0/111'] }, 'has bits set behind its first 111'],
    ['IPv4 as IPv6', { allow: ['::ffff:10.0.0.0/104'] }, 'must be written as IPv4'],
    ['a method that is none', { scope: { paths: ['/a'], methods: ['GTE'] } }, 'the method "GTE"'],
    [
      'a path that is excepted',
      { scope: { paths: ['/a', '/b/{id}'], except: ['/b/**'] } },
      'the path "/b/{id}" is excepted again',
    ],
    [
      'shadow and deny',
      { shadow: true, whenUnavailable: 'deny' },
      'it is in shadow, which never refuses',
    ],
  ])('with %s is refused', (_, change, message) => {
    expect(() => checkPolicies([{ ...policy, ...change }])).toThrow(message);
  });

  test.each<[object, string]>([
    [{ whenUnavailable: 'dney' }, 'Policy "writes": its whenUnavailable must be allow or deny.'],
    [
      { alow: ['10.0.0.0/8'] },
      'Policy "writes": it has the unknown key alow; allowed are name, client',
    ],
    [{ shadow: 'false' }, 'Policy "writes": its shadow must be true or false.'],
    [{ requests: '5' }, 'Policy "writes": its requests must be a number.'],
    [{ client: { by: 'usr' } }, 'Policy "writes": its client.by must be everyone, address, user'],
    [{ client: { by: 'claim' } }, 'Policy "writes": its client.claim must be a text.'],
    [{ client: undefined }, 'Policy "writes": its client must'],
    [{ scope: { path: ['/a'] } }, 'its scope has the unknown key path; allowed are paths, except'],
    [{ scope: undefined, scopes: {} }, 'its scope must be an object; allowed are paths, except'],
    [{ scope: { paths: '/a' } }, 'its scope.paths must be a list of texts.'],
    [
      { tiers: { claim: 'plan', requests: { pro: 'many' } } },
      'its tiers.requests.pro must be a number',
    ],
  ])('with %j is refused, though its types were not looked at', (change, message) => {
    expect(() => checkPolicies([{ ...policy, ...change } as Policy])).toThrow(message);
  });

  test('may let networks pass, by their own addresses', () => {
    const allow = ['10.0.0.0/8', '192.0.2.1/32', '::/0', '2001:db8::/32', '::1/128', '0.0.0.0/0'];
    expect(() => checkPolicies([{ ...policy, allow }])).not.toThrow();
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
