import { extension, type JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';
import { type Bucket, bucketsOf } from './clients.ts';
import { countedValueKey, descriptorKeys } from './descriptors.ts';
import { templateRegex } from './path-template.ts';
import type { Policy, Scope } from './policy.ts';
import { countWindow } from './window.ts';

/**
 * The Envoy rate-limit entries of a policy (envoy.config.route.v3.RateLimit): each makes one
 * descriptor, or none when the policy does not count the request. At most one of them makes one, and
 * a second one at the end of a calendar unit (see `countWindow`).
 * @param numbers CEL expressions that number the window, each for a descriptor of its own; by default as the
 * ratelimit service needs them.
 */
export function policyActions(
  policy: Policy,
  numbers: readonly string[] = countWindow(policy.windowSeconds).numbers,
): JsonObject[] {
  const windows = numbers.length === 0 ? [[]] : numbers.map((number) => [windowAction(number)]);
  return bucketsOf(policy.client).flatMap((bucket) =>
    windows.map((window) => ({
      ...(policy.cost !== undefined && { hits_addend: { number: policy.cost } }),
      actions: [
        policyAction(policy, bucket),
        ...(policy.allow ? [outside(policy.allow)] : []),
        ...(policy.tiers ? [tier(policy.tiers.claim)] : []),
        ...bucket.actions,
        ...window,
      ],
    })),
  );
}

function policyAction({ name, client, scope }: Policy, bucket: Bucket): JsonObject {
  const isAnonymousOnly = client.by === 'address' && client.anonymousOnly;
  return {
    header_value_match: {
      descriptor_key: descriptorKeys.policy,
      descriptor_value: name,
      // The cheapest first: the first that does not fit ends it.
      headers: [
        ...(isAnonymousOnly ? [{ name: internalHeaders.jwtPayload, present_match: false }] : []),
        ...bucket.matchers,
        ...scopeMatchers(scope),
      ],
    },
  };
}

function scopeMatchers({ paths, except = [], methods, contentTypes }: Scope): JsonObject[] {
  return [
    ...(methods ? [{ name: ':method', ...regexMatch(withHead(methods).join('|')) }] : []),
    pathMatcher(paths),
    ...(except.length > 0 ? [{ ...pathMatcher(except), invert_match: true }] : []),
    ...(contentTypes
      ? [
          {
            name: 'content-type',
            ...regexMatch(contentTypes.map(mediaTypeRegex).join('|'), '(?i)'),
          },
        ]
      : []),
  ];
}

function pathMatcher(templates: readonly string[]): JsonObject {
  const paths = templates.map(templateRegex).join('|');
  return { name: ':path', string_match: { safe_regex: { regex: `(${paths})(\\?${anything})?` } } };
}

/** Any bytes: a dot would not take those that are not valid UTF-8, and so lead past the limit. */
const anything = '\\C*';

function regexMatch(alternatives: string, flags = ''): JsonObject {
  return { string_match: { safe_regex: { regex: `${flags}(${alternatives})` } } };
}

/** Whoever is limited in reading a path could else ask for its head as often as they like, at the same cost. */
function withHead(methods: readonly string[]): readonly string[] {
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}

/** Parameters, such as a charset, may follow the type (RFC 9110, section 8.3.1). */
function mediaTypeRegex(type: string): string {
  return `${type.replaceAll(/[.+]/g, '\\$&').replace('*', '[^;]+')}\\s*(;${anything})?`;
}

/** An entry for addresses outside the networks; inside them it ends the descriptor. */
function outside(networks: readonly string[]): JsonObject {
  const ranges = networks.map((network) => {
    const [address_prefix, length] = network.split('/');
    return { address_prefix, prefix_len: Number(length) };
  });
  return {
    remote_address_match: {
      descriptor_key: descriptorKeys.allowed,
      descriptor_value: 'no',
      address_matcher: { ranges, invert_match: true },
    },
  };
}

/** The value of a claim, or one that no claim has. */
function tier(claim: string): JsonObject {
  return {
    metadata: {
      descriptor_key: descriptorKeys.tier,
      metadata_key: countedValueKey('claim', claim),
      default_value: descriptorKeys.noTier,
    },
  };
}

/** An error in the expression ends the descriptor; a number becomes text. */
function windowAction(text: string): JsonObject {
  return {
    extension: extension(
      'envoy.rate_limit_descriptors.expr',
      'envoy.extensions.rate_limit_descriptors.expr.v3.Descriptor',
      { descriptor_key: descriptorKeys.window, text },
    ),
  };
}
