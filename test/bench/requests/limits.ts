import { neverReached } from '../stack/never-reached.ts';
import { longLivedTokens } from '../stack/token-life.ts';

/** What an anonymous client may ask for in a window: few, so that one is soon over it. */
export const limits = { anonymous: 100, windowSeconds: 900 } as const;

/** From so many requests of a client in a window on one Envoy refuses the rest alone (infra/envoy/src/policies/shed.ts). */
export const shedFrom = 2 * limits.anonymous + 100;

/** Counted as always, never reached, but for that of anonymous clients; and tokens that last. */
export const limitSettings = {
  ...longLivedTokens,
  RATE_LIMIT_MAX_REQUESTS: String(limits.anonymous),
  RATE_LIMIT_WINDOW: `${limits.windowSeconds}s`,
  RATE_LIMIT_AUTH_MAX_REQUESTS: neverReached,
  RATE_LIMIT_LOGIN_MAX_REQUESTS: neverReached,
  RATE_LIMIT_SITE_MAX_REQUESTS: neverReached,
  RATE_LIMIT_GLOBAL_MAX_REQUESTS: neverReached,
} as const;
