import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.ts';

const run = promisify(execFile);

/** Where the source comes from, for the labels of an image. */
export interface Source {
  /** Commit, with `-dirty` when files differ from it; `unknown` outside of git. */
  readonly revision: string;
  /** Time of the commit, Unix seconds. */
  readonly epoch: number;
}

export async function readSource(): Promise<Source> {
  try {
    const [commit, status] = await Promise.all([
      git('log', '-1', '--format=%H %ct'),
      git('status', '--porcelain', '--untracked-files=no'),
    ]);
    const [hash = 'unknown', time = '0'] = commit.trim().split(' ');
    return { revision: status === '' ? hash : `${hash}-dirty`, epoch: Number(time) };
  } catch {
    return { revision: 'unknown', epoch: 0 };
  }
}

/** The version in `.node-version`. */
export function nodeVersion(): string {
  return readFileSync(join(root, '.node-version'), 'utf8').trim();
}

/** The registry that npm is set to use here. */
export async function npmRegistry(): Promise<string | undefined> {
  try {
    const { stdout } = await run('npm', ['config', 'get', 'registry'], { cwd: root });
    const registry = stdout.trim();
    return URL.canParse(registry) ? registry : undefined;
  } catch {
    return undefined;
  }
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root });
  return stdout;
}
