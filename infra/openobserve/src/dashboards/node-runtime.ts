import { metrics } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { level, quantile, rate } from './panel.ts';

const byPod = ['service_instance_id'];
const legend = '{service_instance_id}';

/** Whether the processes of the app have room. */
export const nodeRuntime: Dashboard = {
  title: 'Node runtime',
  description:
    'Whether the processes of the app have room: event loop, memory, garbage collection.',
  panels: [
    level(metrics.eventLoopUtilization, 'max', byPod, {
      title: 'Share of time that the event loop is busy, by pod',
      description:
        'Near 1 the pod has more to do than it can: more pods, or less work for each request.',
      unit: 'percent-1',
      legend,
    }),
    level(metrics.eventLoopDelayP99, 'max', byPod, {
      title: 'P99 of the delay of the event loop by pod',
      description: 'What every step of a request waits for; its beginning waits for its turn too.',
      unit: 'seconds',
      legend,
    }),
    rate(metrics.cpuTime, byPod, {
      title: 'Processors that the app keeps busy, by pod',
      description: 'Near what its container may use, it is slowed down.',
      legend,
    }),
    level(metrics.memoryUsage, 'max', byPod, {
      title: 'Memory of the process by pod',
      unit: 'bytes',
      legend,
    }),
    level(metrics.heapUsed, 'sum', byPod, { title: 'Heap in use by pod', unit: 'bytes', legend }),
    level(metrics.heapUsed, 'sum', ['v8js_heap_space_name'], {
      title: 'Heap in use by space',
      description: 'An old space that only grows is a leak.',
      unit: 'bytes',
      legend: '{v8js_heap_space_name}',
    }),
    rate(metrics.gcDuration, ['v8js_gc_type'], {
      part: 'sum',
      title: 'Share of time in garbage collection',
      unit: 'percent-1',
      legend: '{v8js_gc_type}',
    }),
    quantile(metrics.gcDuration, 0.99, ['v8js_gc_type'], {
      title: 'P99 of a garbage collection',
      legend: '{v8js_gc_type}',
    }),
    level(metrics.activeResources, 'sum', ['v8js_resource_type'], {
      title: 'What keeps the processes waiting: sockets, timers, files',
      legend: '{v8js_resource_type}',
    }),
    level(metrics.eventLoopDelayMax, 'max', byPod, {
      title: 'Longest delay of the event loop by pod',
      unit: 'seconds',
      legend,
    }),
  ],
};
