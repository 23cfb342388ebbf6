import type { Fault } from '../fault.ts';
import { redisNames } from '../stack/redis-servers.ts';

export const redisStopped: Fault = {
  name: 'Redis stopped',
  how: 'SIGTERM, and not started again meanwhile',
  uncounted: 'all',
  seconds: 8,
  begin: ({ parts }) => parts.stopPart(redisNames.primary),
  end: ({ parts }) => parts.startPart(redisNames.primary),
};
