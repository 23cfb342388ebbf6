import { type JsonObject, seconds } from '../json.ts';
import { policyActions } from './actions.ts';
import { clientBuckets, maxTokens } from './client-buckets.ts';
import type { Policy } from './policy.ts';
import { windowNumber } from './window.ts';

/**
 * What a client may send in a window, to one pod and whether it is admitted or refused, until Envoy refuses the rest
 * without asking anybody: twice the limit, and this many more. Small limits are reached by mistake too, and who
 * does so is to be told which limit it was.
 */
const patience = 100;

/**
 * Where a policy's clients are so far over the limit that the ratelimit service need not be asked: it has been asked
 * for more than twice the limit in this window, and would refuse the rest of it. A new window begins with a
 * full bucket, so it admits its whole limit, however much was sent before.
 */
export interface ShedBound {
  /** Entries by which Envoy makes descriptors (envoy.config.route.v3.RateLimit). */
  readonly actions: readonly JsonObject[];
  /** Their buckets (envoy.extensions.common.ratelimit.v3.LocalRateLimitDescriptor). */
  readonly buckets: readonly JsonObject[];
  /** Length of its windows, seconds. */
  readonly windowSeconds: number;
}

/**
 * `undefined` for policies in shadow, which refuse nothing, and for those that count everyone together: who is
 * refused by these need not have sent much.
 */
export function shedBound(policy: Policy): ShedBound | undefined {
  if (policy.shadow || policy.client.by === 'everyone') return undefined;
  return {
    windowSeconds: policy.windowSeconds,
    actions: policyActions(policy, [windowNumber(policy.windowSeconds)]),
    buckets: clientBuckets(policy, (requests) => tokenBucket(policy, requests), { windows: true }),
  };
}

function size({ cost = 1 }: Policy, requests: number): number {
  return Math.min(2 * requests + patience * cost, maxTokens);
}

/**
 * Envoy takes from the bucket that fills slowest first, and from no other when that is empty: the rate follows the
 * limit, so that who is far over a small limit does not use up a large one. A thousandth of it fills nothing.
 */
function tokenBucket(policy: Policy, requests: number): JsonObject {
  return {
    max_tokens: size(policy, requests),
    tokens_per_fill: Math.min(requests, maxTokens),
    fill_interval: seconds(1000 * policy.windowSeconds),
  };
}
