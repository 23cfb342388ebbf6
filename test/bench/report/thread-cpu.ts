import { readdirSync, readFileSync } from 'node:fs';

/**
 * Processor time that the threads of a program have used so far, µs: finer than what proc(5) has for a whole
 * program, but without threads that have ended (`schedstat`, first field, nanoseconds).
 */
export function threadsCpuOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadCpu(pid, thread), 0);
}

/** The same of its first thread alone, which in Node is the one that runs JavaScript. */
export function mainThreadCpuOf(pid: number): number {
  return threadCpu(pid, String(pid));
}

function threadCpu(pid: number, thread: string): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1000;
  } catch (error) {
    // It ended since they were listed.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}
