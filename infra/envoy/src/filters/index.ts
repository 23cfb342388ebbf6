import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from '../json.ts';

import { refusalFilter } from '../listener/refusal.ts';
import type { EnvoyPlacement } from '../placement.ts';
import type { Product } from '../product.ts';
import { apiKeysFilter } from './api-keys.ts';
import { compressorFilter } from './compressor.ts';
import { corsFilters } from './cors.ts';
import { countedValuesFilter } from './counted-values.ts';
import { headersFilter } from './headers.ts';
import { jwtAuthnFilter } from './jwt-authn.ts';
import { localRateLimitFilter } from './local-rate-limit.ts';
import { rateLimitFilters } from './rate-limit.ts';
import { rateLimitContextFilter, rateLimitHeadersFilter } from './rate-limit-headers.ts';
import { requestIdFilter } from './request-id.ts';
import { routerFilter } from './router.ts';
import { sameOriginFilter } from './same-origin.ts';
import { farOverFilters, shedFilter } from './shed.ts';
import { uncountedFilter } from './uncounted.ts';
import { userAgentFilter } from './user-agent.ts';
import { wholeBodyFilter } from './whole-body.ts';

/** The filter chain. Requests pass it downwards, responses upwards. */
export function httpFilters(
  settings: Settings,
  placement: EnvoyPlacement,
  product: Product,
): JsonObject[] {
  return [
    requestIdFilter(),
    userAgentFilter(),
    ...(settings.ENABLE_COMPRESSION ? [compressorFilter(settings)] : []),
    headersFilter(settings, placement.tls !== undefined),
    uncountedFilter(),
    ...corsFilters(settings),
    ...(product.tokens ? [jwtAuthnFilter(settings, product.tokens.audience)] : []),
    ...(placement.apiKeysDir === undefined ? [] : [apiKeysFilter(placement.apiKeysDir)]),
    countedValuesFilter(),
    ...farOverFilters(),
    rateLimitHeadersFilter(),
    rateLimitContextFilter(),
    shedFilter(),
    ...rateLimitFilters(product.name),
    localRateLimitFilter(),
    ...(product.webTelemetry ? [sameOriginFilter()] : []),
    refusalFilter(),
    ...(product.webTelemetry ? [wholeBodyFilter()] : []),
    routerFilter(),
  ];
}
