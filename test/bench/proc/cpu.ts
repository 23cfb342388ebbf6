import { readdirSync, readFileSync } from 'node:fs';
import { isGone } from './is-gone.ts';
import { tick } from './tick.ts';

/**
 * Processor time that a program has used so far, µs, in steps of a tick: threads that have ended are in it (proc(5),
 * fields 14 and 15 of `stat`). @throws Error when it has ended.
 */
export function cpuOf(pid: number): number {
  const fields = fieldsOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/** The same of all programs that this one has started and that have ended (fields 16 and 17). */
export function endedChildrenCpu(): number {
  const fields = fieldsOf(process.pid);
  return (Number(fields[13]) + Number(fields[14])) * tick;
}

/**
 * Processor time that the threads of a program have used so far, µs, to the nanosecond but without threads that have
 * ended (`schedstat`, first field). @throws Error when the program has ended.
 */
export function threadsCpuOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadCpu(pid, thread), 0);
}

/** The same of its first thread alone, which in Node is the one that runs JavaScript. */
export function mainThreadCpuOf(pid: number): number {
  return threadCpu(pid, String(pid));
}

/** From the third one on. */
function fieldsOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold blanks.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function threadCpu(pid: number, thread: string): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1000;
  } catch (error) {
    // It ended since they were listed.
    if (isGone(error)) return 0;
    throw error;
  }
}
