import type { Fault } from '../fault.ts';
import { collectorHanging } from './collector-hanging.ts';
import { collectorStopped } from './collector-stopped.ts';
import { ratelimitHanging } from './ratelimit-hanging.ts';
import { ratelimitKilled } from './ratelimit-killed.ts';
import { ratelimitRestarted } from './ratelimit-restarted.ts';
import { ratelimitStopped } from './ratelimit-stopped.ts';
import { redisConnectionsLost } from './redis-connections-lost.ts';
import { redisFailingOver } from './redis-failing-over.ts';
import { redisFull } from './redis-full.ts';
import { redisHanging } from './redis-hanging.ts';
import { redisRefusing } from './redis-refusing.ts';
import { redisSlow20, redisSlow100, redisSlow500 } from './redis-slow.ts';
import { redisStopped } from './redis-stopped.ts';

/** In the order in which they are tried. The one that leaves another primary is the last of Redis. */
export const faults: readonly Fault[] = [
  redisStopped,
  redisHanging,
  redisSlow20,
  redisSlow100,
  redisSlow500,
  redisRefusing,
  redisFull,
  redisConnectionsLost,
  ratelimitStopped,
  ratelimitHanging,
  ratelimitKilled,
  ratelimitRestarted,
  collectorStopped,
  collectorHanging,
  redisFailingOver,
];
