import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { go, requireAll } from '../requirements.ts';
import type { Job, Source } from '../types.ts';

/** What `go install` builds, by the name that the command gets. */
type Packages = Readonly<Record<string, string>>;

/** Programs of Go modules: `packages` maps the command to `<package>@<version>`. */
export function goModules(packages: Packages): Source {
  return {
    async install(into, job) {
      await requireAll([go], job);
      for (const [command, source] of Object.entries(packages)) {
        await goInstall(source, command, join(into, 'bin'), job);
      }
    },
  };
}

/**
 * A program of a Go module that `go install` does not take, because the module replaces or excludes others:
 * built as a dependency of an empty module.
 * @param source `<package>@<version>`.
 * @param tags build tags.
 */
export function goProgram(command: string, source: string, tags: readonly string[]): Source {
  return {
    async install(into, job) {
      await requireAll([go], job);
      const cwd = join(job.buildFolder, 'module');
      await mkdir(cwd, { recursive: true });
      await writeFile(join(cwd, 'go.mod'), 'module build\n');
      const [name = ''] = source.split('@');
      const env = { CGO_ENABLED: '0' };
      await job.run('go', ['get', source], { cwd, env });
      const output = join(into, 'bin', command);
      const flags = ['-trimpath', '-tags', tags.join(','), '-ldflags', '-s -w', '-o', output];
      await job.run('go', ['build', ...flags, name], { cwd, env });
    },
  };
}

/** Builds one package and puts it at `folder/command`. Go's own caches make a second try resume. */
export async function goInstall(
  source: string,
  command: string,
  folder: string,
  job: Job,
): Promise<void> {
  // Without cgo no C compiler is needed, and the program runs wherever it is copied to.
  await job.run('go', ['install', '-trimpath', source], {
    env: { GOBIN: folder, CGO_ENABLED: '0' },
  });
  // Go calls it by the last part of its path that is no major version.
  const built =
    source
      .replace(/(\/v\d+)?@.*/, '')
      .split('/')
      .at(-1) ?? command;
  if (built !== command) await rename(join(folder, built), join(folder, command));
}
