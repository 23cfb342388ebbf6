import type { Fault } from '../fault.ts';
import { redisNames } from '../stack/redis-servers.ts';

export const redisHanging: Fault = {
  name: 'Redis hangs',
  how: 'SIGSTOP, then SIGCONT',
  uncounted: 'all',
  seconds: 8,
  begin: ({ parts }) => parts.signal(redisNames.primary, 'SIGSTOP'),
  end: ({ parts }) => parts.signal(redisNames.primary, 'SIGCONT'),
};
