import type { Fault } from '../fault.ts';

export const ratelimitKilled: Fault = {
  name: 'ratelimit killed',
  how: 'SIGKILL; started again after 1 s by what keeps it running',
  uncounted: 'some',
  seconds: 0,
  begin: ({ parts }) => parts.signal('ratelimit', 'SIGKILL'),
};
