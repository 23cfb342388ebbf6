/**
 * Lets a program be asked from outside: `node --import .../inside/register.ts ...`. It listens on the Unix socket
 * INSIDE_SOCKET, and answers the wishes of `ask.ts`.
 */
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ProxyTracerProvider, trace } from '@opentelemetry/api';
import { type EventLoopDelay, sent, type Wish } from './ask.ts';

/** Every so often a timer is due, milliseconds; how much later it comes is the delay. */
const resolution = 10;
const histogram = monitorEventLoopDelay({ resolution });
histogram.enable();

const answers: Readonly<Record<string, () => Promise<string>>> = {
  async eventLoopDelay() {
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    const delay: EventLoopDelay = {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
    };
    histogram.reset();
    return JSON.stringify(delay);
  },
  async sendSpans() {
    const proxy = trace.getTracerProvider();
    const provider = proxy instanceof ProxyTracerProvider ? proxy.getDelegate() : proxy;
    if (!('forceFlush' in provider && typeof provider.forceFlush === 'function')) {
      throw new Error('Nothing makes spans here that could be sent.');
    }
    await provider.forceFlush();
    return sent;
  },
} satisfies Record<Wish, () => Promise<string>>;

createServer((socket) => {
  // So short that it comes in one piece.
  socket.once('data', async (wish) => {
    try {
      socket.end((await answers[String(wish)]?.()) ?? '');
    } catch (error) {
      console.error(error);
      socket.destroy();
    }
  });
})
  .listen(process.env['INSIDE_SOCKET'])
  .unref();
