import type { Fault } from '../fault.ts';

export const ratelimitStopped: Fault = {
  name: 'ratelimit stopped',
  how: 'SIGTERM, and not started again meanwhile',
  uncounted: 'all',
  seconds: 8,
  begin: ({ parts }) => parts.stopPart('ratelimit'),
  end: ({ parts }) => parts.startPart('ratelimit'),
};
