import { memoryUsage } from 'node:process';
import { metrics } from '@opentelemetry/api';
import { instrumentationScope, incubating as names } from './names.ts';

/** Measures what this process takes, each time that metrics are sent. The runtime's own are measured elsewhere. */
export function measureProcess(): void {
  const meter = metrics.getMeter(instrumentationScope);
  meter
    .createObservableCounter(names.cpuTime, {
      description: 'Processor time that the process took, by mode: user or system',
      unit: 's',
    })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1_000_000, { [names.cpuMode]: 'user' });
      result.observe(system / 1_000_000, { [names.cpuMode]: 'system' });
    });
  meter
    .createObservableUpDownCounter(names.memoryUsage, {
      description: 'Physical memory that the process takes',
      unit: 'By',
    })
    .addCallback((result) => result.observe(memoryUsage.rss()));
}
