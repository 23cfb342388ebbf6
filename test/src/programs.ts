import { spawnSync } from 'node:child_process';

/** What a program said and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs a real program of the tool list to its end, for at most a minute.
 * @throws Error when it is not on the PATH; `make test` puts it there.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'], ...env },
  });
  if (error)
    throw new Error(`${command} cannot be run (${error.message}). Run the tests by "make test".`);
  return { code: status, output: `${stdout}${stderr}` };
}
