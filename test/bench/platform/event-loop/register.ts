/**
 * Measures how late the event loop of a program is: `node --import .../event-loop/register.ts ...`. Whoever connects to
 * the Unix socket EVENT_LOOP_SOCKET is told of the time since somebody last did.
 */
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { EventLoopDelay } from './ask.ts';

/** Every so often a timer is due, milliseconds; how much later it comes is the delay. */
const resolution = 10;
const histogram = monitorEventLoopDelay({ resolution });
histogram.enable();

createServer((socket) => {
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
  const delay: EventLoopDelay = {
    p50: late(histogram.percentile(50)),
    p99: late(histogram.percentile(99)),
    max: late(histogram.max),
  };
  histogram.reset();
  socket.end(JSON.stringify(delay));
})
  .listen(process.env['EVENT_LOOP_SOCKET'])
  .unref();
