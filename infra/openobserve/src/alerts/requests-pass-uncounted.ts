import { rateLimitMetrics, rateLimitResults } from '@recipe-book/envoy/metrics';
import type { ShareAlert } from './share-alert.ts';

/** The limiter is away, in whole or in part. A rollout of it, which costs a handful of requests, is no reason to wake anybody. */
export const requestsPassUncounted: ShareAlert = {
  name: 'requests_pass_uncounted',
  description:
    'More than 1 % of the requests of the last five minutes passed without being counted: the ratelimit service or its Redis does not answer.',
  metric: rateLimitMetrics.requests,
  part: { result: rateLimitResults.uncounted },
  above: 0.01,
  window: 5,
  silence: 30,
  runbook: 'docs/failures.md#requests-pass-uncounted',
};
