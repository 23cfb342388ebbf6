import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extension, type JsonObject } from '../json.ts';
import type { Policy } from '../policies/policy.ts';

const script = readFileSync(join(import.meta.dirname, 'rate-limit-headers.lua'), 'utf8');

/**
 * Plain `X-RateLimit-*` values, `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers)
 * and `Retry-After` (RFC 9110). Stands before the ratelimit filter, so that it sees its headers on the way out.
 */
export function rateLimitHeadersFilter(policies: readonly Policy[]): JsonObject {
  const windows = policies.map((policy) => `["${policy.name}"]=${policy.windowSeconds}`).join(', ');
  return extension('envoy.filters.http.lua', 'envoy.extensions.filters.http.lua.v3.Lua', {
    default_source_code: { inline_string: `local windows = {${windows}}\n${script}` },
  });
}
