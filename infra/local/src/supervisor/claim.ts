import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-identity.ts';
import type { ProcessIdentity } from './status.ts';
import { SupervisorError } from './supervisor-error.ts';

const fileIn = (stateDir: string): string => join(stateDir, 'supervisor.lock');

/**
 * Makes this process the only supervisor of a folder, until `release`. The file of one that was
 * killed is taken over.
 * @throws SupervisorError when another one runs.
 */
export function claim(stateDir: string, self: ProcessIdentity): void {
  mkdirSync(stateDir, { recursive: true });
  const scratch = `${fileIn(stateDir)}.${process.pid}`;
  writeFileSync(scratch, JSON.stringify(self));
  try {
    // A link appears with its whole content or not at all.
    while (!link(scratch, fileIn(stateDir))) {
      const owner = ownerOf(stateDir);
      if (owner && isAlive(owner)) {
        throw new SupervisorError(`It runs already, as process ${owner.pid}: stop that first.`);
      }
      release(stateDir);
    }
  } finally {
    rmSync(scratch, { force: true });
  }
}

export function release(stateDir: string): void {
  rmSync(fileIn(stateDir), { force: true });
}

/** `false` when there is such a file already. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** `undefined` when the file has just gone. */
function ownerOf(stateDir: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(stateDir), 'utf8'));
  } catch {
    return undefined;
  }
}
