import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { PathRule } from './types.ts';

const run = promisify(execFile);

/** The absolute path of a command on the PATH, or `undefined`. */
export async function findOnPath(
  command: string,
  path: string | undefined,
): Promise<string | undefined> {
  for (const folder of (path ?? '').split(delimiter)) {
    const file = join(folder, command);
    if (folder !== '' && (await isProgram(file))) return file;
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** The program on the PATH that fits the rule, by the name it has there. */
export async function findFitting(
  rule: PathRule,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ command: string; file: string } | undefined> {
  for (const command of rule.commands) {
    const file = await findOnPath(command, env['PATH']);
    if (file && (await fits(file, rule, env))) return { command, file };
  }
  return undefined;
}

async function fits(
  file: string,
  { check }: PathRule,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (!check) return true;
  try {
    const { stdout, stderr } = await run(file, [...check.args], { env: { ...env }, timeout: 5000 });
    // Some programs print their version on stderr.
    return check.fits(stdout + stderr);
  } catch {
    // One that cannot even tell its version does not fit.
    return false;
  }
}
