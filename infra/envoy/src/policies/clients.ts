import type { JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';
import { countedValueKey, descriptorKeys } from './descriptors.ts';
import { type Client, type Network, oneClient } from './policy.ts';

/** One way in which a client is made out: which requests it holds for, and the entry that names the client. */
export interface Bucket {
  /** Conditions on headers (envoy.config.route.v3.HeaderMatcher). */
  readonly matchers: readonly JsonObject[];
  readonly actions: readonly JsonObject[];
}

/** Key of the entry that names the client; none where all are one. Envoy gives masked addresses a key of its own. */
export function clientKey(client: Client): string | undefined {
  if (client.by === 'everyone') return undefined;
  return client.by === 'address' ? maskedAddress : descriptorKeys.client;
}

const maskedAddress = 'masked_remote_address';

/** The ways that exclude each other, of which one fits. */
export function bucketsOf(client: Client): Bucket[] {
  switch (client.by) {
    case 'everyone':
      return [{ matchers: [], actions: [] }];
    case 'address':
      return addressBuckets(client.network ?? oneClient);
    case 'user':
      return [{ matchers: [], actions: [value('claim', 'sub')] }];
    case 'claim':
      return [{ matchers: [], actions: [value('claim', client.claim)] }];
    case 'header':
      return [{ matchers: [], actions: [value('header', client.header)] }];
    case 'api-key':
      return [{ matchers: [], actions: [value('header', internalHeaders.apiClient)] }];
  }
}

/**
 * A proxy in front that listens on IPv6 may pass on IPv4 addresses as `::ffff:192.0.2.1`. Masked as
 * IPv6 they would all be one network, so each is taken whole.
 */
function addressBuckets({ ipv4, ipv6 }: Network): Bucket[] {
  const mapped = { name: internalHeaders.clientAddress, string_match: { prefix: '::ffff:' } };
  const masked = {
    masked_remote_address: { v4_prefix_mask_len: ipv4, v6_prefix_mask_len: ipv6 },
  };
  return [
    { matchers: [{ ...mapped, invert_match: true }], actions: [masked] },
    { matchers: [mapped], actions: [wholeAddress] },
  ];
}

/** Envoy has written this header itself: it holds nothing but an address. */
const wholeAddress: JsonObject = {
  request_headers: { header_name: internalHeaders.clientAddress, descriptor_key: maskedAddress },
};

/** Without the value there is no descriptor. */
function value(kind: 'claim' | 'header', name: string): JsonObject {
  return {
    metadata: {
      descriptor_key: descriptorKeys.client,
      metadata_key: countedValueKey(kind, name),
    },
  };
}
