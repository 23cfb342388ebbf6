import type { Fault } from '../fault.ts';

export const ratelimitRestarted: Fault = {
  name: 'ratelimit restarted',
  how: 'SIGTERM and started again at once',
  uncounted: 'some',
  seconds: 0,
  begin: ({ parts }) => parts.restart('ratelimit'),
};
