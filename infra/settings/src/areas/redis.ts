import { z } from 'zod';
import {
  duration,
  durationAllowed,
  flag,
  flagAllowed,
  hostPorts,
  hostPortsAllowed,
  integer,
  integerAllowed,
  urlAllowed,
  urlOf,
} from '../types.ts';
import { variables } from '../variable.ts';

const user = {
  // The ratelimit service parts user and password by the first colon.
  schema: z.string().regex(/^[\w.@-]{1,64}$/),
  allowed: '1 to 64 letters, digits and _ . @ -',
};
const password = { schema: z.string().min(1), allowed: 'any text', secret: true } as const;
const file = { schema: z.string().min(1), allowed: 'the path of a PEM file' };

/** Where counters (REQ-018 FR-018-1) and cached answers live; docs/redis.md says which to choose. */
export const redisVariables = variables({
  REDIS_MODE: {
    schema: z.enum(['single', 'sentinel', 'cluster']),
    default: 'single',
    allowed: 'single, sentinel, cluster',
    readers: ['app', 'ratelimit', 'synth'],
    effect:
      'What stands behind the addresses: one server (REDIS_URL), or several watched by Sentinels or joined in a cluster (REDIS_NODES).',
  },
  REDIS_URL: {
    schema: urlOf('redis', 'rediss'),
    default: 'redis://localhost:6379',
    allowed: urlAllowed('redis', 'rediss'),
    readers: ['app', 'ratelimit', 'make', 'synth'],
    effect:
      'Redis for the counters and for cached answers; the app tells whether it is there. `rediss://` means TLS. Unset, `make up` starts its own.',
    secret: true,
  },
  REDIS_NODES: {
    schema: hostPorts,
    allowed: hostPortsAllowed,
    readers: ['app', 'ratelimit', 'make', 'synth'],
    effect:
      'Instead of REDIS_URL: the Sentinels, or some nodes of the cluster. They name the others; three are enough to find one that answers.',
  },
  REDIS_SENTINEL_MASTER: {
    schema: z.string().regex(/^[\w.-]{1,64}$/),
    allowed: '1 to 64 letters, digits and _ . -',
    readers: ['app', 'ratelimit'],
    effect: 'Name by which the Sentinels know the server that takes writes.',
  },
  REDIS_USERNAME: {
    ...user,
    readers: ['app', 'ratelimit', 'redis'],
    effect:
      'ACL user of the app, and of the ratelimit service unless that has its own. Not set, Redis takes the user `default`.',
  },
  REDIS_PASSWORD: {
    ...password,
    readers: ['app', 'ratelimit', 'redis'],
    effect: 'Password for Redis.',
  },
  REDIS_RATELIMIT_USERNAME: {
    ...user,
    readers: ['ratelimit', 'redis', 'synth'],
    effect:
      'ACL user of the ratelimit service, which needs far fewer rights than the app. Set for the manifests, it makes the pods take its password from the Secret.',
  },
  REDIS_RATELIMIT_PASSWORD: {
    ...password,
    readers: ['ratelimit', 'redis'],
    effect: 'Password of REDIS_RATELIMIT_USERNAME.',
  },
  REDIS_SENTINEL_USERNAME: {
    ...user,
    readers: ['app', 'ratelimit', 'synth'],
    effect:
      'ACL user at the Sentinels, `default` when they have but a password. Set for the manifests, it makes the pods take the password from the Secret.',
  },
  REDIS_SENTINEL_PASSWORD: {
    ...password,
    readers: ['app', 'ratelimit'],
    effect: 'Password of REDIS_SENTINEL_USERNAME.',
  },
  REDIS_TLS: {
    schema: flag,
    default: 'false',
    allowed: flagAllowed,
    readers: ['app', 'ratelimit'],
    effect:
      'Whether the servers of REDIS_NODES, Sentinels included, are reached by TLS. One server says so by `rediss://` in REDIS_URL.',
  },
  REDIS_TLS_CA_FILE: {
    ...file,
    readers: ['app', 'ratelimit', 'synth'],
    effect:
      'Certificate of the authority that signed those of Redis; else the system’s authorities. In pods the file comes from the Secret, and this only says that there is one.',
  },
  REDIS_TLS_CERT_FILE: {
    ...file,
    readers: ['app', 'ratelimit', 'synth'],
    effect:
      'Certificate that Redis asks of its clients, if it does. In pods it comes from the Secret.',
  },
  REDIS_TLS_KEY_FILE: {
    ...file,
    readers: ['app', 'ratelimit', 'synth'],
    effect: 'Private key of REDIS_TLS_CERT_FILE. In pods it comes from the Secret.',
  },
  REDIS_TLS_VERIFY_HOSTNAME: {
    schema: flag,
    default: 'true',
    allowed: flagAllowed,
    readers: ['app', 'ratelimit'],
    effect:
      'Whether the certificate must name the host. Sentinels and clusters often name their servers by IP addresses that no certificate holds; the authority is checked all the same.',
  },
  REDIS_DB: {
    schema: integer(0, 15),
    default: '0',
    allowed: integerAllowed(0, 15),
    readers: ['app', 'ratelimit'],
    effect: 'Number of the Redis database. Only one server has more than number 0 to choose from.',
  },
  REDIS_KEY_PREFIX: {
    schema: z.string().regex(/^[\w:.-]{1,64}$/),
    default: 'recipe-book:',
    allowed: '1 to 64 letters, digits and : . _ -',
    readers: ['app', 'ratelimit', 'redis'],
    effect:
      'Put before every key and channel, with `ratelimit:` after it for counters, `cache:` for cached answers.',
  },
  REDIS_POOL_SIZE: {
    schema: integer(1, 1000),
    default: '4',
    allowed: integerAllowed(1, 1000),
    readers: ['ratelimit'],
    effect:
      'Connections that each ratelimit service keeps to a server. All calls share them; each loses a call when Redis closes it.',
  },
  REDIS_PIPELINE_WINDOW: {
    schema: integer(0, 10_000),
    default: '0',
    allowed: `${integerAllowed(0, 10_000)}, in microseconds`,
    readers: ['ratelimit'],
    effect:
      'Microseconds for which the ratelimit service gathers commands to a server of a cluster before it sends them; 0 sends each at once. Has no effect in the other modes.',
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
