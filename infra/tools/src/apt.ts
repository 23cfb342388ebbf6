import { InstallError } from './install-error.ts';
import { exclusively } from './lock.ts';
import type { Job } from './types.ts';

const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
const env = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Installs Debian packages when this run may, else throws the sentence that tells the user to.
 * `why` reads like "mongodb needs cmake".
 */
export async function installPackages(
  packages: readonly string[],
  why: string,
  job: Job,
): Promise<void> {
  const able = process.getuid?.() === 0 && (await job.ask('apt-get', ['--version'])) !== undefined;
  if (!able) {
    throw new InstallError(
      `${why}: run "sudo apt-get install ${packages.join(' ')}", or install the same with your system's own package manager, then try again.`,
    );
  }
  await withApt(job, () => apt(job, ['install', '-y', '--no-install-recommends', ...packages]));
}

/** apt cannot run twice at once: one lock among our runs; with others' it has patience itself. */
export async function withApt(job: Job, work: () => Promise<void>): Promise<void> {
  const attempt = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // The machine may hold no package lists, or old ones that name files which are gone.
      if (process.getuid?.() !== 0 || !(error instanceof InstallError)) throw error;
      await apt(job, ['update']);
      await work();
    }
  };
  await exclusively(job.cache, 'apt', () => undefined, attempt);
}

export function apt(job: Job, args: readonly string[], cwd?: string): Promise<void> {
  return job.run('apt-get', [...args, ...options], cwd ? { cwd, env } : { env });
}
