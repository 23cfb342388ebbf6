import type { Part, StackPaths } from '@recipe-book/local';
import { startParts } from '../../harness/parts.ts';
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
  paths: StackPaths,
  folder: string,
): Promise<RunningParts> {
  const stop = await startParts(parts, paths, folder);
  const pid = (part: string) => {
    const found = partProcess(paths.state, part);
    if (found === undefined) throw new Error(`The part ${part} does not run.`);
    return found;
  };
  return { pid, stop };
}
