import { extension, type JsonObject } from '../json.ts';
import { internalHeaders, jwtMetadata } from '../names.ts';
import type { Policy, Scope } from './policy.ts';
import { countWindow } from './window.ts';

/** Keys of the descriptor entries, shared by Envoy's actions and the ratelimit service's limits. */
export const descriptorKeys = {
  policy: 'policy',
  address: 'remote_address',
  user: 'user',
  window: 'window',
} as const;

/**
 * The Envoy rate-limit entry of a policy: its actions make one descriptor, or none when the policy
 * does not apply (envoy.config.route.v3.RateLimit).
 */
export function policyActions(policy: Policy): JsonObject {
  const { slotExpression } = countWindow(policy.windowSeconds);
  return {
    actions: [
      policyAction(policy),
      ...clientActions(policy),
      ...(slotExpression === undefined ? [] : [windowAction(slotExpression)]),
    ],
  };
}

function policyAction(policy: Policy): JsonObject {
  const headers = scopeMatchers(policy.scope);
  if (policy.client === 'anonymous-address') {
    headers.push({ name: internalHeaders.jwtPayload, present_match: false });
  }
  return {
    header_value_match: {
      descriptor_key: descriptorKeys.policy,
      descriptor_value: policy.name,
      headers,
    },
  };
}

function scopeMatchers(scope: Scope): JsonObject[] {
  const paths = scope.paths.map(escaped).join('|');
  // The query does not matter, and a trailing slash must not lead past the limit.
  const rest = scope.match === 'prefix' ? '.*' : '/?(\\?.*)?';
  const matchers: JsonObject[] = [
    { name: ':path', string_match: { safe_regex: { regex: `(${paths})${rest}` } } },
  ];
  for (const prefix of scope.except ?? []) {
    matchers.push({ name: ':path', string_match: { prefix }, invert_match: true });
  }
  if (scope.method) matchers.push({ name: ':method', string_match: { exact: scope.method } });
  return matchers;
}

function escaped(path: string): string {
  return path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function clientActions(policy: Policy): JsonObject[] {
  switch (policy.client) {
    case 'anonymous-address':
    case 'address':
      return [{ remote_address: {} }];
    case 'user':
      return [
        {
          metadata: {
            descriptor_key: descriptorKeys.user,
            metadata_key: {
              key: jwtMetadata.filter,
              path: [{ key: jwtMetadata.key }, { key: 'sub' }],
            },
            skip_if_absent: true,
          },
        },
      ];
    case 'everyone':
      return [];
  }
}

function windowAction(text: string): JsonObject {
  return {
    extension: extension(
      'envoy.rate_limit_descriptors.expr',
      'envoy.extensions.rate_limit_descriptors.expr.v3.Descriptor',
      { descriptor_key: descriptorKeys.window, text },
    ),
  };
}
