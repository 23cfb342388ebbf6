import type { Fault } from '../fault.ts';
import { redisCommand } from '../stack/redis-command.ts';
import { redisNames } from '../stack/redis-servers.ts';

/** The proxy stands for the address that moves with the primary. */
export const redisFailingOver: Fault = {
  name: 'Redis fails over',
  how: 'the primary is stopped; 3 s later its replica is promoted and takes its address',
  uncounted: 'all',
  seconds: 3,
  begin: ({ parts }) => parts.stopPart(redisNames.primary),
  end: async ({ proxy, redisPorts }) => {
    await redisCommand(redisPorts.standby, 'REPLICAOF NO ONE');
    proxy.target = redisPorts.standby;
  },
};
