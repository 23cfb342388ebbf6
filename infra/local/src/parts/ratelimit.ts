import { rateLimitEnvironment, redisAuthEnvironment } from '@recipe-book/envoy';
import { pathOf } from '@recipe-book/tools';
import { hasOwnRedis } from '../own-redis.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { limiterNiceness } from './limiter-niceness.ts';
import { sharedNames } from './names.ts';

/** The shared ratelimit service. */
export function ratelimitPart({ settings, placements, tools, text }: StackInput): Part {
  const placement = placements.ratelimit;
  return {
    name: sharedNames.ratelimit,
    command: pathOf(tools, 'ratelimit'),
    args: [],
    env: {
      ...rateLimitEnvironment(settings, placement),
      ...redisAuthEnvironment(settings),
      TRACING_SERVICE_INSTANCE_ID: sharedNames.ratelimit,
    },
    after: hasOwnRedis(text) ? [sharedNames.redis] : [],
    ports: [
      { port: placement.grpc.port, what: 'the ratelimit service (gRPC)' },
      { port: placement.http.port, what: 'the ratelimit service (health)' },
      { port: placement.debug.port, what: 'the ratelimit service (debug)' },
    ],
    niceness: limiterNiceness,
    ready: { http: `http://127.0.0.1:${placement.http.port}/healthcheck` },
  };
}
