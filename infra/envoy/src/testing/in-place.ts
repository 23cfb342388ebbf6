import { until } from '@recipe-book/test/until';
import type { Policy } from '../policies/policy.ts';
import type { LimitedEdge } from './limited-edge.ts';

/** Where the marker answers, and no other policy counts. */
const markerPath = '/which-policies';
let sets = 0;

/**
 * Puts policies in place under names that nobody has been counted by, and waits until they hold.
 * @returns the policies under their new names.
 */
export async function inPlace(edge: LimitedEdge, policies: readonly Policy[]): Promise<Policy[]> {
  const set = `s${++sets}`;
  const named = policies.map((policy) => ({ ...policy, name: `${policy.name}-${set}` }));
  const marker: Policy = {
    name: set,
    client: { by: 'everyone' },
    scope: { paths: [markerPath] },
    requests: 1_000_000,
    windowSeconds: 86_400,
  };
  edge.change([...named.map(besidesMarker), marker]);
  await until(`the policies ${named.map(({ name }) => name)} hold`, 20, async () => {
    const { headers } = await edge.send({ path: markerPath, address: '203.0.113.1' });
    return String(headers['ratelimit-policy']).startsWith(`"${set}"`);
  });
  return named;
}

function besidesMarker(policy: Policy): Policy {
  const except = [...(policy.scope.except ?? []), markerPath];
  return { ...policy, scope: { ...policy.scope, except } };
}
