import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { cpuTime, idleSince } from './idle.ts';
import type { ChaosStack } from './stack/chaos-stack.ts';
import { limiterTimeouts } from './stack/envoy-counter.ts';
import { type Lines, linesLogged } from './stack/log-lines.ts';
import type { Sample, Traffic } from './traffic.ts';

/** What was seen of one fault; instants on the clock of the samples, milliseconds. */
export interface Seen {
  readonly fault: Fault;
  /** All requests from `started`, some seconds before the fault, until all was well again. */
  readonly samples: readonly Sample[];
  readonly started: number;
  readonly began: number;
  /** When it was put right; for what is over in a moment the same as `began`. */
  readonly ended: number;
  readonly watchedUntil: number;
  /** Calls of the limiter meanwhile that had no answer in time, by Envoy's own count: each made a request wait. */
  readonly timeouts: number;
  /** Share of the time from `started` on in which the machine had nothing to do, 0 to 1. */
  readonly idle: number;
  /** Lines that the parts have logged meanwhile. */
  readonly lines: Lines;
}

/** What comes before it for comparison, milliseconds. */
const before = 3000;
/** Everything is well again when so long no request has passed uncounted, milliseconds. */
const quiet = 2000;
/** Longest wait for that. */
const patience = 20_000;

/** Makes one thing go wrong under the running traffic, and watches until all is well again. */
export async function runFault(stack: ChaosStack, traffic: Traffic, fault: Fault): Promise<Seen> {
  const started = performance.now();
  const then = cpuTime();
  await wait(before);
  const timeouts = await limiterTimeouts(stack.adminPort);
  const lines = linesLogged(stack.paths.logs);
  const began = performance.now();
  await fault.begin(stack);
  if (fault.seconds > 0) await wait(fault.seconds * 1000);
  const ended = fault.seconds > 0 ? performance.now() : began;
  await fault.end?.(stack);
  await untilQuiet(traffic, ended);
  return {
    fault,
    samples: traffic.samples.filter(({ at }) => at >= started),
    started,
    began,
    ended,
    watchedUntil: performance.now(),
    timeouts: (await limiterTimeouts(stack.adminPort)) - timeouts,
    idle: idleSince(then),
    lines: linesLogged(stack.paths.logs, lines),
  };
}

async function untilQuiet({ samples }: Traffic, ended: number): Promise<void> {
  const giveUp = performance.now() + patience;
  let lastUncounted = ended;
  let seen = samples.length;
  while (performance.now() < giveUp) {
    await wait(100);
    for (const { at, counted } of samples.slice(seen)) {
      if (!counted) lastUncounted = Math.max(lastUncounted, at);
    }
    seen = samples.length;
    if (performance.now() - lastUncounted > quiet) return;
  }
}
