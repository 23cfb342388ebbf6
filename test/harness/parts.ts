import { rmSync } from 'node:fs';
import { type Part, type StackPaths, Supervisor } from '@recipe-book/local';

/**
 * Runs parts that are not quite those of `make up`.
 * @param folder holds all that they write, and goes with them.
 * @returns what stops them.
 * @throws SupervisorError when one does not get ready; all are stopped then.
 */
export async function startParts(
  parts: readonly Part[],
  paths: StackPaths,
  folder: string,
): Promise<() => Promise<void>> {
  const supervisor = new Supervisor({ parts, logDir: paths.logs, stateDir: paths.state });
  const stop = () => supervisor.stop().then(() => rmSync(folder, { recursive: true, force: true }));
  await supervisor.start().catch((error) => stop().then(() => Promise.reject(error)));
  return stop;
}
