import type { Fault } from '../fault.ts';

export const redisConnectionsLost: Fault = {
  name: 'Redis drops all connections',
  how: 'CLIENT KILL TYPE normal',
  uncounted: 'some',
  seconds: 0,
  begin: ({ redis }) => redis('CLIENT KILL TYPE normal'),
};
