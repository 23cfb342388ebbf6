import type { JsonObject } from '../json.ts';
import { rateLimitCallTime, requestTime } from './edge-conversions.ts';

/**
 * Bounds of the histograms that are sent, milliseconds; Envoy's own go up to an hour. Those of requests
 * are the ones of `http.server.request.duration`, and what the alert on slow answers asks for.
 */
export const histogramBuckets: readonly JsonObject[] = [
  {
    match: { exact: requestTime },
    buckets: [5, 10, 25, 50, 75, 100, 150, 250, 500, 1000, 2500, 5000, 10_000, 30_000],
  },
  // Envoy waits 45 ms.
  { match: { exact: rateLimitCallTime }, buckets: [1, 2, 3, 5, 10, 20, 30, 45] },
];
