import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';

const filterName = 'envoy.filters.http.cors';
const types = 'envoy.extensions.filters.http.cors.v3';

/** What pages of other sites may send besides what every page may. */
const requestHeaders = [
  'authorization',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
  'last-event-id',
  'traceparent',
  'tracestate',
  'x-request-id',
];

/** What their scripts may read besides what every script may. */
const responseHeaders = [
  'content-disposition',
  'etag',
  'idempotency-replayed',
  'location',
  'ratelimit',
  'ratelimit-policy',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-request-id',
  'x-trace-id',
];

/** Browsers ask again after this time, seconds; most take no more. */
const maxAge = 7200;

/** Answers preflights itself (Fetch standard, section 3.3), before anything is counted; none without CORS_ORIGINS. */
export function corsFilters({ CORS_ORIGINS }: Settings): JsonObject[] {
  return CORS_ORIGINS === undefined ? [] : [extension(filterName, `${types}.Cors`)];
}

/**
 * Which pages may read answers, for the filter above. Without `allow_credentials` browsers send no cookie:
 * pages of other sites use the API with an access token, and never by being signed in here.
 */
export function corsPolicy({ CORS_ORIGINS }: Settings): JsonObject {
  if (CORS_ORIGINS === undefined) return {};
  return {
    [filterName]: {
      '@type': `type.googleapis.com/${types}.CorsPolicy`,
      allow_origin_string_match: CORS_ORIGINS.map((exact) => ({ exact })),
      allow_methods: 'GET, HEAD, POST, PUT, PATCH, DELETE',
      allow_headers: requestHeaders.join(', '),
      expose_headers: responseHeaders.join(', '),
      max_age: String(maxAge),
      // A page that may not ask is told so here; the app has nothing to say about it.
      forward_not_matching_preflights: false,
    },
  };
}
