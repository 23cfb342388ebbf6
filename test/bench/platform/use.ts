import { setTimeout as wait } from 'node:timers/promises';
import { threadsCpuOf } from '../proc/cpu.ts';
import { type Component, type Contender, components } from './contenders.ts';
import type { ComparedStack } from './stack.ts';

/** A value for each program that works for a contender. */
export type OfPrograms = Readonly<Partial<Record<Component, number>>>;

/** As often as the app sends metrics, so that their cost is in it once. Seconds. */
const idleSeconds = 30;

/** Processor time so far, µs. */
export function cpuTimes(stack: ComparedStack, contender: Contender): OfPrograms {
  return ofPrograms(contender, (part) => threadsCpuOf(stack.pid(part)));
}

/** Processor time between two moments. */
export function since(contender: Contender, before: OfPrograms, after: OfPrograms): OfPrograms {
  return ofPrograms(
    contender,
    (_, component) => (after[component] ?? 0) - (before[component] ?? 0),
  );
}

/** What each does in a second while nobody asks, µs: probes, metrics, timers. */
export async function measureIdle(
  stack: ComparedStack,
  contenders: ReadonlySet<Contender>,
): Promise<ReadonlyMap<Contender, OfPrograms>> {
  const before = [...contenders].map((one) => [one, cpuTimes(stack, one)] as const);
  await wait(idleSeconds * 1000);
  return new Map(
    before.map(([one, then]) => {
      const used = since(one, then, cpuTimes(stack, one));
      return [one, ofPrograms(one, (_, component) => (used[component] ?? 0) / idleSeconds)];
    }),
  );
}

export function ofPrograms(
  { parts }: Contender,
  value: (part: string, component: Component) => number,
): OfPrograms {
  return Object.fromEntries(
    components.flatMap((component) => {
      const part = parts[component];
      return part === undefined ? [] : [[component, value(part, component)]];
    }),
  );
}
