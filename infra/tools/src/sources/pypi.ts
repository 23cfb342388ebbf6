import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { python, pythonVenv, recentPython, requireAll } from '../requirements.ts';
import type { Job, Source } from '../types.ts';

/** Files out of a Python package: `files` maps their place in our folder to that in the package. */
export function pythonPackage(
  name: string,
  version: string,
  files: Readonly<Record<string, string>>,
): Source {
  return {
    async install(into, job) {
      const unpacked = join(job.buildFolder, 'unpacked');
      await rm(unpacked, { recursive: true, force: true });
      // Only the files are wanted, not a Python environment, which could not be moved later.
      const flags = ['--no-deps', '--only-binary', ':all:', '--no-compile', '--target', unpacked];
      await job.run(await pip(job), ['-m', 'pip', 'install', ...flags, `${name}==${version}`]);
      for (const [to, from] of Object.entries(files)) {
        await cp(join(unpacked, from), join(into, to), { recursive: true });
      }
    },
  };
}

/** A Python that finds the packages of a list, in one folder that can be moved. */
export function pythonWith(command: string, requirements: string): Source {
  return pythonProgram(command, undefined, requirements);
}

/**
 * A Python program with all that it needs, in one folder that can be moved, as no virtual environment can.
 * @param module that Python runs; none: what it is told on its command line.
 * @param requirements file with the versions of all packages.
 */
export function pythonProgram(
  command: string,
  module: string | undefined,
  requirements: string,
): Source {
  return {
    async install(into, job) {
      await requireAll([recentPython], job);
      const flags = ['--no-deps', '--only-binary', ':all:', '--target', join(into, 'lib')];
      await job.run(await pip(job), ['-m', 'pip', 'install', ...flags, '-r', requirements]);
      const lines = [
        '#!/bin/sh',
        'here=$(cd "$(dirname "$0")/.." && pwd)',
        'export PYTHONPATH="$here/lib"',
        `exec python3 ${module === undefined ? '' : `-m ${module} `}"$@"`,
        '',
      ];
      await writeFile(join(into, 'bin', command), lines.join('\n'), { mode: 0o755 });
    },
  };
}

/** A Python that has pip: the machine's own, else one in a virtual environment for this once. */
async function pip(job: Job): Promise<string> {
  await requireAll([python], job);
  if (await job.ask('python3', ['-m', 'pip', '--version'])) return 'python3';
  await requireAll([pythonVenv], job);
  const venv = join(job.buildFolder, 'venv');
  await job.run('python3', ['-m', 'venv', '--clear', venv]);
  return join(venv, 'bin', 'python3');
}
