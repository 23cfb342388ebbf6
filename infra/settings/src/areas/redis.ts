import { z } from 'zod';
import { duration, durationAllowed, integer, integerAllowed, urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

/** Where counters (REQ-018 FR-018-1) and cached answers live. */
export const redisVariables = variables({
  REDIS_URL: {
    schema: urlOf('redis', 'rediss'),
    default: 'redis://localhost:6379',
    allowed: urlAllowed('redis', 'rediss'),
    readers: ['app', 'ratelimit', 'make', 'synth'],
    effect:
      'Redis for the counters and for cached answers; the app tells whether it is there. `rediss://` means TLS. Unset, `make up` starts its own.',
    secret: true,
  },
  REDIS_PASSWORD: {
    schema: z.string().min(1),
    allowed: 'any text',
    readers: ['app', 'ratelimit', 'redis'],
    effect: 'Password for Redis.',
    secret: true,
  },
  REDIS_DB: {
    schema: integer(0, 15),
    default: '0',
    allowed: integerAllowed(0, 15),
    readers: ['app', 'ratelimit'],
    effect: 'Number of the Redis database.',
  },
  REDIS_KEY_PREFIX: {
    schema: z.string().regex(/^[\w:.-]{1,64}$/),
    default: 'recipe-book:',
    allowed: '1 to 64 letters, digits and : . _ -',
    readers: ['app', 'ratelimit'],
    effect:
      'Put before every key and channel, with `ratelimit:` after it for counters, `cache:` for cached answers.',
  },
  CACHE_TTL: {
    schema: duration,
    default: '5min',
    allowed: durationAllowed,
    readers: ['app'],
    effect:
      'How long the answer of an expensive read is kept in Redis. One that is no longer true is not used, however long it is kept.',
  },
});
