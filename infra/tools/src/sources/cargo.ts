import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cargo, cmake, compiler, libclang, requireAll } from '../requirements.ts';
import type { Source } from '../types.ts';

/** A program of a Rust crate, built with the dependency versions that the crate was released with. */
export function crate(name: string, version: string): Source {
  return {
    async install(into, job) {
      await requireAll([cargo, compiler, cmake, libclang], job);
      // The crate asks for a newer Rust than it needs.
      const flags = ['--ignore-rust-version', '--locked', '--force', '--no-track'];
      await job.run('cargo', ['install', name, '--version', version, '--root', into, ...flags], {
        // Stays when the build is interrupted: the next try goes on from there.
        env: { CARGO_TARGET_DIR: join(job.buildFolder, 'target') },
      });
      await rm(join(into, '.crates.toml'), { force: true });
    },
  };
}
