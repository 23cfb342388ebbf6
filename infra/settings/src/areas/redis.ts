import { z } from 'zod';
import { integer, integerAllowed, urlAllowed, urlOf } from '../types.ts';
import { variables } from '../variable.ts';

/** Where counters live (REQ-018 FR-018-1). */
export const redisVariables = variables({
  REDIS_URL: {
    schema: urlOf('redis', 'rediss'),
    default: 'redis://localhost:6379',
    allowed: urlAllowed('redis', 'rediss'),
    readers: ['app', 'ratelimit', 'make', 'synth'],
    effect:
      'Redis for the counters; the app tells whether it is there. `rediss://` means TLS. Unset, `make up` starts its own.',
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
    readers: ['ratelimit'],
    effect: 'Put before the key of every counter, with `ratelimit:` after it.',
  },
});
