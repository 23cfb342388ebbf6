import { readdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets a running process stand back or go first, with all its threads. Where Linux groups processes by
 * session (sched_autogroup_enabled), niceness counts only within a session, and each part has its own: the
 * group's own niceness then decides (sched(7)).
 */
export function setNiceness(pid: number, niceness: number): void {
  try {
    for (const thread of threadsOf(pid)) setPriority(thread, niceness);
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
  } catch {
    // Without the privilege, without autogroups, or when the process has just ended, it stays as it is.
  }
}

/** Linux takes the id of a thread for that of a process. */
function threadsOf(pid: number): number[] {
  return process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).map(Number) : [pid];
}
