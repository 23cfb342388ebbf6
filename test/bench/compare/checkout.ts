import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { CompareError } from './compare-error.ts';

/** Says when the packages were installed, last of all. */
const installed = 'node_modules/.package-lock.json';

/** A commit in a temporary folder of its own. */
export class Checkout {
  readonly folder: string;
  /** The commit, short. */
  readonly name: string;
  readonly #parent: string;

  /** @throws CompareError when there is no such commit. */
  constructor(ref: string) {
    const found = spawnSync(
      'git',
      ['rev-parse', '--short', '--verify', '--quiet', `${ref}^{commit}`],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    if (!ref || found.status !== 0) {
      throw new CompareError(
        `REF is "${ref}", which names no commit: give one, such as REF=main or REF=HEAD~3.`,
      );
    }
    this.name = found.stdout.trim();
    this.#parent = mkdtempSync(join(tmpdir(), 'recipe-book-ref-'));
    this.folder = join(this.#parent, 'checkout');
    git('worktree', 'add', '--detach', '--quiet', this.folder, this.name);
    if (hasSameLock(this.folder)) linkPackages(this.folder);
  }

  remove(): void {
    git('worktree', 'remove', '--force', this.folder);
    rmSync(this.#parent, { recursive: true, force: true });
  }
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function hasSameLock(folder: string): boolean {
  const lock = (of: string) => readFileSync(join(of, 'package-lock.json'), 'utf8');
  return lock(folder) === lock(root) && existsSync(join(root, installed));
}

/** Hard links, which take a second. With another lock `make up` installs the packages itself. */
function linkPackages(folder: string): void {
  const folders = execFileSync(
    'find',
    ['.', '-name', 'node_modules', '-prune', '-not', '-path', './.*'],
    { cwd: root, encoding: 'utf8' },
  );
  for (const packages of folders.trim().split('\n')) {
    execFileSync('cp', ['-al', join(root, packages), join(folder, packages)]);
  }
  // A file of its own, whose time may change.
  const mark = join(folder, installed);
  rmSync(mark);
  copyFileSync(join(root, installed), mark);
  utimesSync(mark, new Date(), new Date());
}
