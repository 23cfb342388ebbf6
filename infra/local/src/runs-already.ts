import { setTimeout as pause } from 'node:timers/promises';
import type { StackInput } from './stack-input.ts';
import { readStatus, SupervisorError } from './supervisor/index.ts';

/** How long another `make up` may take to get everything ready, milliseconds. */
const patience = 60_000;

/**
 * Whether this stack runs already, started by somebody else; waits until all of it is ready.
 * @throws SupervisorError when it has another number of instances, or does not get ready.
 */
export async function runsAlready({ paths, settings }: StackInput): Promise<boolean> {
  const end = Date.now() + patience;
  for (;;) {
    const found = readStatus(paths.state);
    if (!found?.running) return false;
    const { parts } = found.status;
    const instances = parts.filter(({ name }) => /^envoy(-\d+)?$/.test(name)).length;
    if (instances !== settings.INSTANCES) {
      throw new SupervisorError(
        `It runs already with INSTANCES=${instances}, not ${settings.INSTANCES}: stop it by "make down" first.`,
      );
    }
    if (parts.every(({ state }) => state === 'ready')) return true;
    if (Date.now() > end) {
      throw new SupervisorError('It runs already but is not ready: see "make status".');
    }
    await pause(100);
  }
}
