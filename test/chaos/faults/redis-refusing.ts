import type { Fault } from '../fault.ts';

export const redisRefusing: Fault = {
  name: 'Redis refuses the password',
  how: 'CONFIG SET requirepass and CLIENT KILL: what connects anew is not let in',
  uncounted: 'all',
  seconds: 8,
  begin: async ({ redis }) => {
    await redis('CONFIG SET requirepass changed');
    // The connection that changes it is let in still, but not the next.
    await redis('AUTH changed\r\nCLIENT KILL TYPE normal');
  },
  end: ({ redis }) => redis('AUTH changed\r\nCONFIG SET requirepass ""'),
};
