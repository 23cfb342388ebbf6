import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SupervisorStatus } from '@recipe-book/local';
import { cpuOf } from '../bench/report/cpu.ts';

/** What a program has spent. */
export interface Spent {
  readonly part: string;
  /** Processor time, milliseconds. */
  readonly cpu: number;
  /** Resident memory at the beginning and at the end, bytes. */
  readonly memory: readonly [before: number, after: number];
}

interface Reading {
  readonly cpu: number;
  readonly memory: number;
}

/** Programs by name. */
export type Programs = Readonly<Record<string, number>>;

const period = 1000;

/** The programs of a running stack. @param state folder of its state. */
export function programsOf(state: string): Programs {
  const status: SupervisorStatus = JSON.parse(readFileSync(join(state, 'status.json'), 'utf8'));
  return Object.fromEntries(
    status.parts.flatMap(({ name, process }) => (process ? [[name, process.pid]] : [])),
  );
}

/** Reads what programs spend from now on. @returns what ends it and tells. */
export function watchSpending(programs: Programs): () => Spent[] {
  const first = readAll(programs);
  let last = first;
  // One that ends takes its figures with it, so the latest before that count.
  const update = () => {
    last = { ...last, ...readAll(programs) };
  };
  const timer = setInterval(update, period);
  return () => {
    clearInterval(timer);
    update();
    return Object.entries(first).map(([part, before]) => {
      const after = last[part] ?? before;
      return { part, cpu: after.cpu - before.cpu, memory: [before.memory, after.memory] };
    });
  };
}

function readAll(programs: Programs): Record<string, Reading> {
  return Object.fromEntries(
    Object.entries(programs).flatMap(([part, pid]) => {
      try {
        return [[part, { cpu: cpuOf([pid]), memory: memoryOf(pid) }]];
      } catch {
        return [];
      }
    }),
  );
}

/** Bytes (proc(5), `VmRSS` of `status`). */
function memoryOf(pid: number): number {
  const [, kilobytes = '0'] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
