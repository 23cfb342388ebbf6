import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** Until it counts. Milliseconds. */
const attached = 500;
const event = 'raw_syscalls:sys_enter';

/** Whether this machine lets `perf` count system calls; it takes root, or `perf_event_paranoid` of -1. */
export function countsSystemCalls(): boolean {
  return spawnSync('perf', ['stat', '-e', event, 'true']).status === 0;
}

/** Counts the system calls of all threads of a program until it is stopped. */
export class SystemCalls {
  readonly #perf: ChildProcess;
  #said = '';

  private constructor(pid: number) {
    const args = ['stat', '-x', ',', '-e', event, '-p', String(pid)];
    this.#perf = spawn('perf', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#perf.stderr?.on('data', (chunk) => {
      this.#said += chunk;
    });
  }

  static async of(pid: number): Promise<SystemCalls> {
    const calls = new SystemCalls(pid);
    await wait(attached);
    return calls;
  }

  /** @returns how many there were. */
  async stop(): Promise<number> {
    this.#perf.kill('SIGINT');
    await once(this.#perf, 'close');
    const [calls = ''] = this.#said.trim().split(',');
    if (!/^\d+$/.test(calls)) throw new Error(`perf counted nothing: ${this.#said}`);
    return Number(calls);
  }
}
