import type { Fault } from '../fault.ts';

export const redisFull: Fault = {
  name: 'Redis out of memory',
  how: 'CONFIG SET maxmemory 1 with noeviction: every command that writes is refused',
  uncounted: 'all',
  seconds: 8,
  begin: async ({ redis }) => {
    await redis('CONFIG SET maxmemory-policy noeviction');
    await redis('CONFIG SET maxmemory 1');
  },
  end: async ({ redis }) => {
    await redis('CONFIG SET maxmemory 128mb');
    await redis('CONFIG SET maxmemory-policy allkeys-lru');
  },
};
