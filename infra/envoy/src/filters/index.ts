import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from '../json.ts';
import type { Policy } from '../policies/policy.ts';
import { compressorFilter } from './compressor.ts';
import { corsFilters } from './cors.ts';
import { headersFilter } from './headers.ts';
import { jwtAuthnFilter } from './jwt-authn.ts';
import { rateLimitFilter } from './rate-limit.ts';
import { rateLimitHeadersFilter } from './rate-limit-headers.ts';
import { requestIdFilter } from './request-id.ts';
import { routerFilter } from './router.ts';

/** The filter chain. Requests pass it downwards, responses upwards. */
export function httpFilters(
  settings: Settings,
  policies: readonly Policy[],
  tls: boolean,
): JsonObject[] {
  return [
    requestIdFilter(),
    ...(settings.ENABLE_COMPRESSION ? [compressorFilter(settings)] : []),
    rateLimitHeadersFilter(policies),
    headersFilter(settings, tls),
    ...corsFilters(settings),
    jwtAuthnFilter(settings),
    rateLimitFilter(),
    routerFilter(),
  ];
}
