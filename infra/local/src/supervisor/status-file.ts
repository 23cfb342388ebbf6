import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './process-identity.ts';
import { signalGroup } from './spawn.ts';
import type { SupervisorStatus } from './status.ts';
import { SupervisorError } from './supervisor-error.ts';

const fileIn = (stateDir: string): string => join(stateDir, 'status.json');

/** Readers see the old text or the new, never half of one. */
export function writeStatus(stateDir: string, status: SupervisorStatus): void {
  mkdirSync(stateDir, { recursive: true });
  const scratch = `${fileIn(stateDir)}.${process.pid}`;
  writeFileSync(scratch, `${JSON.stringify(status, null, 2)}\n`);
  renameSync(scratch, fileIn(stateDir));
}

export function removeStatus(stateDir: string): void {
  rmSync(fileIn(stateDir), { force: true });
}

/**
 * What the supervisor of this folder last wrote; `undefined` when there is none. `running` is false
 * when it has ended without cleaning up, even if its process id is in use again.
 */
export function readStatus(
  stateDir: string,
): { status: SupervisorStatus; running: boolean } | undefined {
  let text: string;
  try {
    text = readFileSync(fileIn(stateDir), 'utf8');
  } catch {
    return undefined;
  }
  const status: SupervisorStatus = JSON.parse(text);
  return { status, running: isAlive(status.supervisor) };
}

/**
 * Stops the supervisor of this folder from another process, and resolves when it and its parts are
 * gone: `false` when there was nothing to stop. Parts that a killed supervisor left are killed.
 */
export async function stopFromOutside(stateDir: string, timeoutMs: number): Promise<boolean> {
  const found = readStatus(stateDir);
  if (!found) return false;
  const { supervisor } = found.status;
  if (found.running) {
    process.kill(supervisor.pid, 'SIGTERM');
    const deadline = performance.now() + timeoutMs;
    while (isAlive(supervisor)) {
      if (performance.now() > deadline) {
        throw new SupervisorError(
          `Process ${supervisor.pid} did not stop within ${timeoutMs / 1000} s: end it with "kill -9 ${supervisor.pid}", then try again.`,
        );
      }
      await pause(50);
    }
  }
  const left = killLeftovers(found.status);
  removeStatus(stateDir);
  return found.running || left;
}

/** Ends the parts that still run although their supervisor does not; `true` when there were any. */
export function killLeftovers(status: SupervisorStatus): boolean {
  const left = status.parts.flatMap(({ process: one }) => (one && isAlive(one) ? [one] : []));
  for (const { pid } of left) signalGroup(pid, 'SIGKILL');
  return left.length > 0;
}
