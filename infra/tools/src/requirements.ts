import { glob } from 'node:fs/promises';
import { installPackages } from './apt.ts';
import { InstallError } from './install-error.ts';
import { findOnPath } from './programs.ts';
import type { Job } from './types.ts';

/** Something of the machine that a source cannot do without. */
export interface Requirement {
  readonly what: string;
  present(job: Job): Promise<boolean>;
  /** The Debian packages that bring it, or what the user has to do where Debian's are too old. */
  readonly remedy: { readonly debian: readonly string[] } | { readonly sentence: string };
}

/** Returns when all are there; installs what Debian has when it may, else throws one sentence. */
export async function requireAll(needed: readonly Requirement[], job: Job): Promise<void> {
  const there = await Promise.all(needed.map((requirement) => requirement.present(job)));
  const missing = needed.filter((_, index) => !there[index]);
  const names = missing.map(({ what }) => what).join(' and ');
  const packages: string[] = [];
  for (const { remedy } of missing) {
    if ('debian' in remedy) packages.push(...remedy.debian);
    else throw new InstallError(`${job.tool} needs ${names}: ${remedy.sentence}, then try again.`);
  }
  if (packages.length > 0) await installPackages(packages, `${job.tool} needs ${names}`, job);
}

export const go: Requirement = {
  what: 'Go 1.26 or newer',
  present: async (job) => atLeast(await job.ask('go', ['version']), [1, 26]),
  remedy: { sentence: 'install it as https://go.dev/doc/install says' },
};

export const cargo: Requirement = {
  what: 'Rust (cargo) 1.95 or newer',
  present: async (job) => atLeast(await job.ask('cargo', ['--version']), [1, 95]),
  remedy: { sentence: 'install it as https://rustup.rs says, or install MongoDB itself' },
};

export const python: Requirement = {
  what: 'Python 3',
  present: async (job) => (await job.ask('python3', ['--version'])) !== undefined,
  remedy: { debian: ['python3'] },
};

/** For programs whose list of packages is fixed: those no longer come for older ones. */
export const recentPython: Requirement = {
  what: 'Python 3.11 or newer',
  present: async (job) => atLeast(await job.ask('python3', ['--version']), [3, 11]),
  remedy: { sentence: 'install it as https://www.python.org/downloads says' },
};

export const pythonVenv: Requirement = {
  what: "Python's venv module",
  present: async (job) =>
    (await job.ask('python3', ['-c', 'import venv, ensurepip'])) !== undefined,
  remedy: { debian: ['python3-venv'] },
};

export const compiler: Requirement = {
  what: 'a C++ compiler',
  present: async ({ env }) => (await findOnPath('c++', env['PATH'])) !== undefined,
  remedy: { debian: ['build-essential'] },
};

export const cmake: Requirement = {
  what: 'cmake',
  present: async ({ env }) => (await findOnPath('cmake', env['PATH'])) !== undefined,
  remedy: { debian: ['cmake'] },
};

/** The package with the headers has an unnumbered `.so`; the library alone is not enough. */
const libclangFiles = [
  '/usr/lib/llvm*/lib/libclang*.so',
  '/usr/lib/*-linux-gnu/libclang*.so',
  '/usr/lib{,64}/libclang*.{so,dylib}',
  '/Library/Developer/CommandLineTools/usr/lib/libclang.dylib',
];

export const libclang: Requirement = {
  what: 'libclang',
  present: async ({ env }) => {
    if (env['LIBCLANG_PATH']) return true;
    for await (const _ of glob(libclangFiles)) return true;
    return false;
  },
  remedy: { debian: ['libclang-dev'] },
};

/** Compares the first `major.minor` in the text. */
export function atLeast(
  text: string | undefined,
  [major, minor]: readonly [number, number],
): boolean {
  const found = /(\d+)\.(\d+)/.exec(text ?? '');
  if (!found) return false;
  const difference = Number(found[1]) - major;
  return difference > 0 || (difference === 0 && Number(found[2]) >= minor);
}
