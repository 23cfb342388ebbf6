import type { Fault } from '../fault.ts';

export const ratelimitHanging: Fault = {
  name: 'ratelimit hangs',
  how: 'SIGSTOP, then SIGCONT',
  uncounted: 'all',
  seconds: 8,
  begin: ({ parts }) => parts.signal('ratelimit', 'SIGSTOP'),
  end: ({ parts }) => parts.signal('ratelimit', 'SIGCONT'),
};
