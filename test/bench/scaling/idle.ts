import { setTimeout as wait } from 'node:timers/promises';
import { type Program, programs } from '@recipe-book/capacity';
import { eachOf } from '../each-of.ts';
import type { ScalingStack } from './stack.ts';
import { combined, isOfInstance, type Use, useSoFar } from './use.ts';

/** The app sends metrics every few seconds: several times are in it. */
const idleSeconds = 15;

/** What each instance, and what all share, does in a second while nobody asks: probes, metrics, timers. */
export async function measureIdle(stack: ScalingStack): Promise<Use[]> {
  const instances = stack.ingresses.map((_, instance) => instance);
  const all = () => Promise.all(instances.map((instance) => useSoFar(stack, instance)));
  const before = await all();
  const begin = performance.now();
  await wait(idleSeconds * 1000);
  const after = await all();
  const seconds = (performance.now() - begin) / 1000;
  return after.flatMap((now, instance) => {
    const then = before[instance];
    return then ? combined(now, then, (one, other) => (one - other) / seconds) : [];
  });
}

/** Processor time of the first instances and of what all share while nobody asks, µs. */
export function idleCpu(
  idle: readonly Use[],
  instances: number,
  seconds: number,
): Record<Program, number> {
  return eachOf(programs, (program) => {
    const counted = idle.slice(0, isOfInstance(program) ? instances : 1);
    return counted.reduce((sum, { cpu }) => sum + cpu[program] * seconds, 0);
  });
}
