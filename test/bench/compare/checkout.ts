import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../src/root.ts';
import { addCleanup } from '../cleanup.ts';
import { CompareError } from './compare-error.ts';

/** Says when the packages were installed, last of all. */
const installed = 'node_modules/.package-lock.json';

/** A commit in a temporary folder of its own. */
export interface Checkout {
  readonly folder: string;
  /** The commit, short. */
  readonly name: string;
}

/** Makes one, which goes when all is cleaned up. @throws CompareError when there is no such commit. */
export function checkOut(ref: string): Checkout {
  const name = commitOf(ref);
  // As git names it, which resolves links.
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'recipe-book-ref-')));
  const folder = join(parent, 'checkout');
  // Done after the folder is gone: git then removes its entry, even of one that it was only making (forced twice).
  addCleanup(() => {
    if (knowsWorktree(folder)) git('worktree', 'remove', '--force', '--force', folder);
  });
  addCleanup(() => rmSync(parent, { recursive: true, force: true }));
  git('worktree', 'add', '--detach', '--quiet', folder, name);
  if (hasSameLock(folder)) linkPackages(folder);
  return { folder, name };
}

function commitOf(ref: string): string {
  const args = ['rev-parse', '--short', '--verify', '--quiet', `${ref}^{commit}`];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (ref && status === 0) return stdout.trim();
  throw new CompareError(
    `REF is "${ref}", which names no commit: give one, such as REF=main or REF=HEAD~3.`,
  );
}

function git(...args: readonly string[]): string {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: [...stdio] });
}

function knowsWorktree(folder: string): boolean {
  return git('worktree', 'list', '--porcelain').split('\n').includes(`worktree ${folder}`);
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
