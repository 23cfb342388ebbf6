import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Part } from './part.ts';

export type PartProcess = ChildProcessByStdio<null, Readable, Readable>;

/**
 * Starts a part in a process group of its own, so that Ctrl-C on the terminal reaches only the
 * supervisor, which then stops the parts in order. On Linux the kernel ends the part when the
 * supervisor is gone, even by `kill -9`: setpriv asks for that and then becomes the part, so the
 * process id is the part's own.
 */
export function spawnPart(part: Part): PartProcess {
  const [command = part.command, ...args] = [...endWithParent(), part.command, ...part.args];
  return spawn(command, args, {
    env: { ...part.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(part.cwd ? { cwd: part.cwd } : {}),
  });
}

let prefix: readonly string[] | undefined;

function endWithParent(): readonly string[] {
  prefix ??= findSetpriv();
  return prefix;
}

function findSetpriv(): readonly string[] {
  if (process.platform !== 'linux') return [];
  const args = ['--pdeathsig', 'KILL', '--'];
  // By its full path, because a part's environment may have no PATH. Busybox's lacks the option.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(
    (file) => spawnSync(file, [...args, 'true']).status === 0,
  );
  return setpriv ? [setpriv, ...args] : [];
}

/** Sends a signal to a part and everything that it started; `false` when nothing is left of it. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
