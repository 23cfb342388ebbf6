import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extension, type JsonObject } from '../json.ts';
import { countedMetadata, internalHeaders, jwtMetadata } from '../names.ts';
import { longestValue, otherValue } from '../policies/counted-value.ts';
import type { Policy } from '../policies/policy.ts';

const script = readFileSync(join(import.meta.dirname, 'counted-values.lua'), 'utf8');
const filterName = 'counted-values';

/**
 * Takes what clients choose into the metadata that policies count by, after it is known who calls and before
 * anything is counted.
 */
export function countedValuesFilter(): JsonObject {
  const names = [
    `local counted_name = "${countedMetadata}"`,
    `local other_value = "${otherValue}"`,
    `local longest_value = ${longestValue}`,
    `local claims_filter = "${jwtMetadata.filter}"`,
    `local claims_key = "${jwtMetadata.key}"`,
  ];
  return extension(filterName, 'envoy.extensions.filters.http.lua.v3.Lua', {
    default_source_code: { inline_string: [...names, script].join('\n') },
  });
}

/** Which headers and claims the policies count by, for the routes. */
export function countedValuesPerRoute(policies: readonly Policy[]): JsonObject {
  const headers = [...new Set(policies.flatMap(headerOf))];
  const claims = [...new Set(policies.flatMap(claimsOf))];
  const hasNone = headers.length + claims.length === 0;
  return {
    [filterName]: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.LuaPerRoute',
      ...(hasNone ? { disabled: true } : { filter_context: { headers, claims } }),
    },
  };
}

function headerOf({ client }: Policy): string[] {
  if (client.by === 'api-key') return [internalHeaders.apiClient];
  return client.by === 'header' ? [client.header] : [];
}

function claimsOf({ client, tiers }: Policy): string[] {
  return [
    ...(client.by === 'user' ? ['sub'] : []),
    ...(client.by === 'claim' ? [client.claim] : []),
    ...(tiers ? [tiers.claim] : []),
  ];
}
