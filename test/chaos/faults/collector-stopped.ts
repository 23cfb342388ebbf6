import type { Fault } from '../fault.ts';

export const collectorStopped: Fault = {
  name: 'Collector stopped',
  how: 'SIGTERM, and not started again meanwhile',
  uncounted: 'none',
  seconds: 8,
  begin: ({ parts }) => parts.stopPart('collector'),
  end: ({ parts }) => parts.startPart('collector'),
};
