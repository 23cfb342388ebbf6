import type { JsonObject } from '../json.ts';
import { countedMetadata } from '../names.ts';

/**
 * Keys of the descriptor entries, in this order, shared by Envoy's actions and the ratelimit service's
 * limits. The policy stands first, and its name has no underscore: keys in Redis, which join keys and
 * values by underscores, can therefore not be mistaken for another policy's.
 */
export const descriptorKeys = {
  policy: 'policy',
  /** Only where a policy lets some addresses pass. */
  allowed: 'allowed',
  tier: 'tier',
  /** Value of `tier` for clients without the claim. */
  noTier: '-',
  client: 'client',
  /** Only where a window is not a calendar unit. */
  window: 'window',
} as const;

/** Where Envoy finds the value of a claim or of a header, made safe (envoy.type.metadata.v3.MetadataKey). */
export function countedValueKey(kind: 'claim' | 'header', name: string): JsonObject {
  return { key: countedMetadata, path: [{ key: `${kind} ${name}` }] };
}
