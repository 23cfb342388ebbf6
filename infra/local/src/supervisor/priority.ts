import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets a running process stand back. Where Linux groups processes by session (sched_autogroup_enabled),
 * niceness counts only within a session, and each part has its own: the group's own niceness then
 * decides (sched(7)).
 */
export function standBack(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
  } catch {
    // Without autogroups, or when the process has just ended, there is nothing to set.
  }
}
