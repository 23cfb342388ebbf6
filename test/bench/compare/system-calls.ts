import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';

const event = 'raw_syscalls:sys_enter';
/** File descriptors of the child: where it takes commands, and where it says that they are done (perf-stat(1), --control). */
const [control, done] = [3, 4];

/** Whether this machine lets `perf` count system calls; it takes root, or `perf_event_paranoid` of -1. */
export function countsSystemCalls(): boolean {
  return spawnSync('perf', ['stat', '-e', event, 'true']).status === 0;
}

/** Counts the system calls of all threads of a program, from `start` until it is stopped. */
export class SystemCalls {
  readonly #perf: ChildProcess;
  #said = '';

  constructor(pid: number) {
    const args = ['stat', '-x', ',', '-e', event, '-p', String(pid)];
    const disabled = ['--delay', '-1', '--control', `fd:${control},${done}`];
    this.#perf = spawn('perf', [...args, ...disabled], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#perf.stderr?.on('data', (chunk) => {
      this.#said += chunk;
    });
  }

  start(): Promise<void> {
    return this.#command('enable');
  }

  /** @returns how many there were. */
  async stop(): Promise<number> {
    await this.#command('disable');
    const closed = once(this.#perf, 'close');
    this.#perf.kill('SIGINT');
    await closed;
    // A program that never ran meanwhile is "not counted".
    const counted = /^(\d+|<not counted>),/m.exec(this.#said)?.[1];
    if (counted === undefined) throw new Error(`perf counted nothing: ${this.#said}`);
    return Number.parseInt(counted, 10) || 0;
  }

  async #command(command: 'enable' | 'disable'): Promise<void> {
    const acknowledged = once(this.#perf.stdio[done] as Duplex, 'data');
    (this.#perf.stdio[control] as Duplex).write(`${command}\n`);
    await acknowledged;
  }
}
