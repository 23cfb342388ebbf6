import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from '../json.ts';
import { tooLargeFilter } from '../listener/too-large.ts';
import { compressorFilter } from './compressor.ts';
import { headersFilter } from './headers.ts';
import { jwtAuthnFilter } from './jwt-authn.ts';
import { localRateLimitFilter } from './local-rate-limit.ts';
import { rateLimitFilters } from './rate-limit.ts';
import { rateLimitHeadersFilter } from './rate-limit-headers.ts';
import { requestIdFilter } from './request-id.ts';
import { routerFilter } from './router.ts';

/** The filter chain. Requests pass it downwards, responses upwards. */
export function httpFilters(settings: Settings): JsonObject[] {
  return [
    requestIdFilter(),
    ...(settings.ENABLE_COMPRESSION ? [compressorFilter(settings)] : []),
    rateLimitHeadersFilter(),
    headersFilter(),
    jwtAuthnFilter(settings),
    ...rateLimitFilters(),
    localRateLimitFilter(),
    tooLargeFilter(),
    routerFilter(),
  ];
}
