import fc from 'fast-check';
import { isWithinTemplate } from '../policies/path-template.ts';
import type { Client, Policy, Scope } from '../policies/policy.ts';

const templates = [
  '/api/**',
  '/api/a',
  '/api/a/**',
  '/api/a/{id}',
  '/api/{kind}/{id}/b',
  '/**',
  '/api/a.b',
] as const;

const client: fc.Arbitrary<Client> = fc.oneof(
  fc.constant<Client>({ by: 'everyone' }),
  fc.record({ by: fc.constant('address' as const), anonymousOnly: fc.boolean() }),
  fc.record({
    by: fc.constant('address' as const),
    network: fc.constantFrom({ ipv4: 24, ipv6: 48 }, { ipv4: 8, ipv6: 128 }),
  }),
  fc.constant<Client>({ by: 'user' }),
  fc.constant<Client>({ by: 'claim', claim: 'org.id' }),
  fc.constant<Client>({ by: 'header', header: 'x-team' }),
);

const scope: fc.Arbitrary<Scope> = fc
  .record(
    {
      paths: fc.uniqueArray(fc.constantFrom(...templates), { minLength: 1, maxLength: 3 }),
      except: fc.uniqueArray(fc.constantFrom(...templates.slice(1, 5)), { maxLength: 2 }),
      methods: fc.uniqueArray(fc.constantFrom('GET', 'POST'), { minLength: 1 }),
      contentTypes: fc.constantFrom(['application/json'], ['image/*', 'text/plain']),
    },
    { requiredKeys: ['paths'] },
  )
  .filter(
    ({ paths, except = [] }) =>
      !paths.some((path) => except.some((other) => isWithinTemplate(path, other))),
  );

const behaviour = fc.constantFrom<Partial<Policy>>(
  {},
  {},
  { whenUnavailable: 'deny' },
  { shadow: true },
);

/** Any policy that is valid, but for its name. @param windows lengths, seconds. */
function anyPolicy(windows: readonly number[]): fc.Arbitrary<Omit<Policy, 'name'>> {
  return fc
    .record(
      {
        client,
        scope,
        requests: fc.integer({ min: 3, max: 12 }),
        windowSeconds: fc.constantFrom(...windows),
        cost: fc.integer({ min: 1, max: 3 }),
        tiers: fc.constant({ claim: 'plan', requests: { pro: 7, vip: 'unlimited' as const } }),
        allow: fc.constantFrom(['192.0.2.0/26'], ['2001:db8::/63', '198.51.100.1/32']),
      },
      { requiredKeys: ['client', 'scope', 'requests', 'windowSeconds'] },
    )
    .chain((policy) => behaviour.map((more) => ({ ...policy, ...more })));
}

/** Some policies that are valid together. */
export function anyPolicies(windows: readonly number[]): fc.Arbitrary<Policy[]> {
  return fc
    .array(anyPolicy(windows), { minLength: 1, maxLength: 5 })
    .map((policies) => policies.map((policy, at) => ({ ...policy, name: `p${at}` })));
}
