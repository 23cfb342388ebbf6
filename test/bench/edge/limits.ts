/** Requests of one address in a quarter of an hour; a part of a measurement stays below it. */
export const addressLimit = { requests: 3000, windowSeconds: 900 } as const;
/** Requests after which the edge asks nobody any more, with some to spare. */
export const farOver = 2 * addressLimit.requests + 200;
/** Requests of all in a second: counted, never reached. */
export const globalLimit = { requests: 1_000_000, windowSeconds: 1 } as const;

/** The same limits as settings of the edge. */
export const limitSettings = {
  RATE_LIMIT_WINDOW: `${addressLimit.windowSeconds}s`,
  RATE_LIMIT_MAX_REQUESTS: String(addressLimit.requests),
  RATE_LIMIT_GLOBAL_MAX_REQUESTS: String(globalLimit.requests),
} as const;
