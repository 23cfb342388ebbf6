import { rmSync } from 'node:fs';
import { type Part, type StackPaths, Supervisor } from '@recipe-book/local';
import { partProcess } from '../../harness/stack.ts';

/** Parts that run. */
export interface RunningParts {
  /** Process id of a part. */
  pid(part: string): number;
  /** Stops all, and removes what they wrote. */
  stop(): Promise<void>;
}

/** Starts the parts, and returns when all are ready. @param folder holds all that they write. */
export async function runParts(
  parts: readonly Part[],
  { logs, state }: StackPaths,
  folder: string,
): Promise<RunningParts> {
  const supervisor = new Supervisor({ parts, logDir: logs, stateDir: state });
  const stop = async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await supervisor.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const pid = (part: string) => {
    const found = partProcess(state, part);
    if (found === undefined) throw new Error(`The part ${part} does not run.`);
    return found;
  };
  return { pid, stop };
}
