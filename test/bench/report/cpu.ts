import { readFileSync } from 'node:fs';

/** The kernel's unit for the times below, milliseconds (`getconf CLK_TCK` is 100 on Linux). */
const tick = 10;

/** Processor time that programs have used so far, milliseconds (proc(5), fields 14 and 15 of `stat`). */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * tick, 0);
}

/** Processor time of all programs that this one has started and that have ended, µs (fields 16 and 17). */
export function endedChildrenCpu(): number {
  const fields = fieldsOf(process.pid);
  return (Number(fields[13]) + Number(fields[14])) * tick * 1000;
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return Number(fields[11]) + Number(fields[12]);
}

/** From the third one on. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold blanks.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
