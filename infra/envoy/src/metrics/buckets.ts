import type { JsonObject } from '../json.ts';
import { rateLimitCallTime, requestTime } from './edge-conversions.ts';

/**
 * Bounds of the histograms that are sent, milliseconds; Envoy's own go up to an hour. Those of requests
 * have the promises of the API (50, 150 and 500 ms) among them, as those of the app's
 * `http.server.request.duration` do, and the 30 s after which Envoy gives up.
 */
export const histogramBuckets: readonly JsonObject[] = [
  {
    match: { exact: requestTime },
    buckets: [5, 10, 25, 50, 75, 100, 150, 250, 500, 1000, 2500, 5000, 10_000, 30_000],
  },
  // Envoy waits 45 ms.
  { match: { exact: rateLimitCallTime }, buckets: [1, 2, 3, 5, 10, 20, 30, 45] },
];
