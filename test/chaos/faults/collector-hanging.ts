import type { Fault } from '../fault.ts';

export const collectorHanging: Fault = {
  name: 'Collector hangs',
  how: 'SIGSTOP, then SIGCONT',
  uncounted: 'none',
  seconds: 8,
  begin: ({ parts }) => parts.signal('collector', 'SIGSTOP'),
  end: ({ parts }) => parts.signal('collector', 'SIGCONT'),
};
