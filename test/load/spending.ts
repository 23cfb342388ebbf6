import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import type { SupervisorStatus } from '@recipe-book/local';
import { cpuOf } from '../bench/proc/cpu.ts';
import { isGone } from '../bench/proc/is-gone.ts';
import { memoryOf } from '../bench/proc/memory.ts';

/** What a program has spent. */
export interface Spent {
  readonly part: string;
  /** Processor time, µs. */
  readonly cpu: number;
  /** Resident memory, MiB; a reading each second from the beginning on, of a program that ended until then. */
  readonly memory: readonly number[];
}

interface Reading {
  readonly cpu: number;
  readonly memory: number;
}

/** Process ids of programs by name. */
export type Programs = Readonly<Record<string, number>>;

const period = 1000;

/** The programs of a running stack. @param state folder of its state. */
export function programsOf(state: string): Programs {
  const status: SupervisorStatus = JSON.parse(readFileSync(join(state, 'status.json'), 'utf8'));
  return Object.fromEntries(
    status.parts.flatMap(({ name, process }) => (process ? [[name, process.pid]] : [])),
  );
}

/** What programs spend until something has ended. @throws what that throws, and when programs cannot be read. */
export async function spendingUntil(ended: Promise<unknown>, programs: Programs): Promise<Spent[]> {
  const readings = Object.entries(programs).map(([part, pid]) => ({
    part,
    pid,
    all: [] as Reading[],
  }));
  const update = () => {
    for (const { pid, all } of readings) all.push(...read(pid));
  };
  const stopped = new AbortController();
  const watching = watch(update, stopped.signal);
  // What is wrong is told when all has ended, so that nothing is left running.
  await Promise.allSettled([ended.finally(() => stopped.abort()), watching]);
  await Promise.all([ended, watching]);
  update();
  return readings.map(({ part, all }) => ({
    part,
    cpu: (all.at(-1)?.cpu ?? 0) - (all[0]?.cpu ?? 0),
    memory: all.map(({ memory }) => memory),
  }));
}

/** Calls it now, and every so often until the signal comes. @throws what it throws. */
async function watch(update: () => void, signal: AbortSignal): Promise<void> {
  update();
  try {
    for await (const _ of setInterval(period, undefined, { signal })) update();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** None when the program has ended. */
function read(pid: number): Reading[] {
  try {
    const reading = { cpu: cpuOf(pid), memory: memoryOf(pid) };
    // One that nobody has waited for yet has no memory any more.
    return Number.isNaN(reading.memory) ? [] : [reading];
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
