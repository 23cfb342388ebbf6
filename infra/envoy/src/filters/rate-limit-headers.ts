import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extension, type JsonObject } from '../json.ts';
import type { Policy } from '../policies/policy.ts';
import { countWindow } from '../policies/window.ts';

const script = readFileSync(join(import.meta.dirname, 'rate-limit-headers.lua'), 'utf8');

/** Tells the script when the request came, which app it was passed on to, and its path; the script removes it. */
export const contextHeader = {
  name: 'x-rate-limit-context',
  value: '%START_TIME(%s)% %UPSTREAM_CLUSTER% %REQ(:PATH)%',
};

/** Requests below this path are always counted by some policy. */
const limitedPath = '/api/';

/**
 * Plain `X-RateLimit-*` values, `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers)
 * and `Retry-After` (RFC 9110); a line in Envoy's log when requests pass uncounted. Stands before the
 * ratelimit filter, so that it sees its headers on the way out.
 */
export function rateLimitHeadersFilter(policies: readonly Policy[]): JsonObject {
  const windows = policies.map(({ name, windowSeconds }) => {
    const slot = countWindow(windowSeconds).slotExpression !== undefined;
    return `["${name}"] = { length = ${windowSeconds}, slot = ${slot} }`;
  });
  const known = [
    `local windows = { ${windows.join(', ')} }`,
    `local context_header = "${contextHeader.name}"`,
    `local limited_path = "${limitedPath}"`,
  ];
  return extension('envoy.filters.http.lua', 'envoy.extensions.filters.http.lua.v3.Lua', {
    default_source_code: { inline_string: [...known, script].join('\n') },
  });
}
