/** Whole requests of a client in one window of the limit for anonymous clients. */
export const anonymousLimit = { requests: 40, windowSeconds: 10 } as const;

/** A stack to break: short windows, so that much is seen in little time. */
export const chaosSettings = {
  INSTANCES: '1',
  RATE_LIMIT_WINDOW: `${anonymousLimit.windowSeconds}s`,
  RATE_LIMIT_MAX_REQUESTS: String(anonymousLimit.requests),
  RATE_LIMIT_AUTH_MAX_REQUESTS: '5000',
  RATE_LIMIT_LOGIN_WHEN_UNAVAILABLE: 'deny',
  // A busy machine makes slow queries, which are not what this is about.
  DB_SLOW_QUERY: '10000',
  LOG_LEVEL: 'warn',
} as const;
