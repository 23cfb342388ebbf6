import { readFileSync } from 'node:fs';

/** The kernel's unit for the times below, milliseconds (`getconf CLK_TCK` is 100 on Linux). */
const tick = 10;

/** Processor time that programs have used so far, milliseconds (proc(5), fields 14 and 15 of `stat`). */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * tick, 0);
}

function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
