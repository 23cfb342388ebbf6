/**
 * Every request passes Envoy, the ratelimit service and Redis, and Envoy lets one pass uncounted that has
 * waited for the other two too long: while the machine is busy, they go first.
 */
export const limiterNiceness = -10;
