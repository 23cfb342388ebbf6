import type { z } from 'zod';
import type { Policy } from './policy.ts';
import { type policySchema, shapeProblems } from './schema.ts';

type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

test('the schema says the same as the type', () => {
  // The compiler is the judge: this is no value of the type where the two differ.
  const same: Same<Plain<z.infer<typeof policySchema>>, Plain<Policy>> = true;
  expect(same).toBe(true);
});

test('a policy with every part has nothing wrong', () => {
  const whole: Required<Policy> = {
    name: 'whole',
    client: { by: 'address', anonymousOnly: true, network: { ipv4: 32, ipv6: 64 } },
    scope: { paths: ['/a'], except: ['/b'], methods: ['GET'], contentTypes: ['image/*'] },
    requests: 5,
    windowSeconds: 60,
    cost: 1,
    tiers: { claim: 'plan', requests: { pro: 7, staff: 'unlimited' } },
    allow: ['10.0.0.0/8'],
    shadow: true,
    whenUnavailable: 'allow',
  };
  expect(shapeProblems(whole)).toEqual([]);
});
