import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apt, installPackages, withApt } from '../apt.ts';
import { InstallError } from '../install-error.ts';
import { findOnPath } from '../programs.ts';
import type { Job, Source } from '../types.ts';

/** A Debian package installed on the machine itself; our command only leads to it. */
export function debianPackage(name: string, command: string): Source {
  return {
    async install(into, job) {
      await installPackages([name], `${job.tool} is not on the PATH`, job);
      const file = await findOnPath(command, job.env['PATH']);
      if (!file) throw new InstallError(`${job.tool}: the package ${name} brought no ${command}.`);
      await writeScript(join(into, 'bin', command), `exec '${file}' "$@"`);
    },
  };
}

/**
 * Redis out of Debian's packages, unpacked into our folder. So no root is needed, and no service is
 * set up that would hold the standard port. The server stands in `redis-tools` under another name
 * and goes by the name that it is called with.
 */
export const debianRedis: Source = {
  async install(into, job) {
    if (!(await job.ask('apt-get', ['--version']))) {
      throw new InstallError(
        'redis-server is not on the PATH: install Redis 7 or newer with your package manager, then try again.',
      );
    }
    const packages = new Set(['redis-tools', ...(await missingPackages('redis-tools', job))]);
    await withApt(job, () => apt(job, ['download', ...packages], job.buildFolder));
    for (const file of await readdir(job.buildFolder)) {
      if (file.endsWith('.deb')) await job.run('dpkg-deb', ['-x', file, into]);
    }
    await symlink('redis-check-rdb', join(into, 'usr', 'bin', 'redis-server'));
    await writeScript(
      join(into, 'bin', 'redis-server'),
      [
        'here=$(cd "$(dirname "$0")/.." && pwd)',
        'LD_LIBRARY_PATH=$(echo "$here"/usr/lib/*-linux-gnu*):$(echo "$here"/lib/*-linux-gnu*)',
        'export LD_LIBRARY_PATH',
        'exec "$here/usr/bin/redis-server" "$@"',
      ].join('\n'),
    );
  },
};

/** The packages that apt would install for this one, it included. */
async function missingPackages(name: string, job: Job): Promise<string[]> {
  const args = ['install', '--simulate', '--no-install-recommends', name];
  const plan = (await job.ask('apt-get', args)) ?? '';
  return [...plan.matchAll(/^Inst (\S+)/gm)].flatMap(([, found]) => found ?? []);
}

async function writeScript(file: string, body: string): Promise<void> {
  await writeFile(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}
