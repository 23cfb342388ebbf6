import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';
import type { Step, StepResult } from './step.ts';

/** A program of node_modules that is right when it exits with 0. */
export function check(name: string, program: string, args: readonly string[]): Step {
  return {
    name,
    run: () =>
      new Promise<StepResult>((resolve) => {
        const path = join(root, 'node_modules', program);
        execFile(
          process.execPath,
          [path, ...args],
          { cwd: root, maxBuffer: 64 * 1024 * 1024 },
          (error, stdout, stderr) => {
            if (error) process.stdout.write(`${stdout}${stderr}`);
            resolve(error ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 });
          },
        );
      }),
  };
}
