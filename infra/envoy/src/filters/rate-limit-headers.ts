import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extension, type JsonObject } from '../json.ts';
import { rateLimitMetadata } from '../names.ts';
import type { Policy } from '../policies/policy.ts';
import { countWindow } from '../policies/window.ts';
import { unlessFarOver } from './shed.ts';

const script = readFileSync(join(import.meta.dirname, 'rate-limit-headers.lua'), 'utf8');
const filterName = 'rate-limit-headers';

/** Tells the script when the request came, who answered and why, and its path; removed before it is sent. */
export const contextHeader = {
  name: 'x-rate-limit-context',
  value: '%START_TIME(%s)% %RESPONSE_CODE_DETAILS% %REQ(:PATH)%',
};

/**
 * Plain `X-RateLimit-*` values, `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers)
 * and `Retry-After` (RFC 9110); a line in Envoy's log when requests pass uncounted. Stands before the
 * ratelimit filters, so that it sees their headers on the way out. Not for what is shed.
 */
export function rateLimitHeadersFilter(): JsonObject {
  const names = [
    `local context_header = "${contextHeader.name}"`,
    `local metadata_name = "${rateLimitMetadata}"`,
  ];
  const lua = extension(filterName, 'envoy.extensions.filters.http.lua.v3.Lua', {
    default_source_code: { inline_string: [...names, script].join('\n') },
  });
  return unlessFarOver(lua);
}

/** Sets the header by which the script learns of the request. Stands behind it, so that it is there on the way out. */
export function rateLimitContextFilter(): JsonObject {
  const type = 'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation';
  const append_action = 'OVERWRITE_IF_EXISTS_OR_ADD';
  const header = { key: contextHeader.name, value: contextHeader.value };
  return extension('rate-limit-context', type, {
    mutations: { response_mutations: [{ append: { header, append_action } }] },
  });
}

/** What the script has to know of the policies, for the routes. */
export function rateLimitHeadersPerRoute(policies: readonly Policy[]): JsonObject {
  const context = {
    policies: Object.fromEntries(policies.map((policy) => [policy.name, windowOf(policy)])),
    always: policies.filter(countsEverything).flatMap(({ scope }) => beginnings(scope.paths)),
  };
  const version = createHash('sha256').update(JSON.stringify(context)).digest('hex').slice(0, 16);
  return {
    [filterName]: {
      '@type': 'type.googleapis.com/envoy.extensions.filters.http.lua.v3.LuaPerRoute',
      filter_context: { version, ...context },
    },
  };
}

function windowOf({ windowSeconds, shadow = false }: Policy): JsonObject {
  return { length: windowSeconds, unit: countWindow(windowSeconds).unitSeconds, shadow };
}

function countsEverything({ client, scope, allow, tiers, shadow }: Policy): boolean {
  const { except, methods, contentTypes } = scope;
  const isNarrowed = except ?? methods ?? contentTypes ?? allow ?? tiers;
  return client.by === 'everyone' && !shadow && isNarrowed === undefined;
}

function beginnings(templates: readonly string[]): string[] {
  return templates.filter((path) => /^[^{]*\/\*\*$/.test(path)).map((path) => path.slice(0, -2));
}
