import { rename } from 'node:fs/promises';
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
  const built = source.replace(/@.*/, '').split('/').at(-1) ?? command;
  if (built !== command) await rename(join(folder, built), join(folder, command));
}
