import { readFileSync } from 'node:fs';
import { tick } from './tick.ts';

/** Time of all cores together since they started, µs. */
export interface MachineTime {
  readonly all: number;
  /** In which there was nothing to do, or only a disk to wait for. */
  readonly idle: number;
}

/** The first line of proc(5) `stat`: user, nice, system, idle, iowait, irq, softirq and steal; guests are in user. */
export function machineTime(): MachineTime {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const times = line
    .split(/\s+/)
    .slice(1, 9)
    .map((ticks) => Number(ticks) * tick);
  const [, , , idle = 0, waiting = 0] = times;
  return { all: times.reduce((sum, time) => sum + time, 0), idle: idle + waiting };
}
