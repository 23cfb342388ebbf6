import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './part.ts';
import { Supervisor } from './supervisor.ts';
import type { Timings } from './timings.ts';

/** Quick ones, so that tests are. */
const quick: Timings = {
  pollMs: 10,
  firstBackoffMs: 20,
  maxBackoffMs: 80,
  healthyMs: 60_000,
};

/** A folder of its own for each use; all are removed by `clean`. */
export class Bench {
  readonly #folders: string[] = [];
  readonly #supervisors: Supervisor[] = [];

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'supervisor-'));
    this.#folders.push(folder);
    return folder;
  }

  supervisor(
    parts: readonly Part[],
    options: { timings?: Partial<Timings>; folder?: string } = {},
  ): Supervisor {
    const { folder = this.folder(), timings } = options;
    const dirs = { logDir: folder, stateDir: folder };
    const supervisor = new Supervisor({ parts, ...dirs, timings: { ...quick, ...timings } });
    this.#supervisors.push(supervisor);
    return supervisor;
  }

  async clean(): Promise<void> {
    await Promise.all(this.#supervisors.map((supervisor) => supervisor.stop()));
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** A port that nobody uses at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return address.port;
}

/** A part that runs a script in Node. */
export function script(name: string, code: string, more: Partial<Part> = {}): Part {
  const always = async (): Promise<boolean> => true;
  return { name, command: process.execPath, args: ['-e', code], env: {}, ready: always, ...more };
}

/** A part that says it is up and answers 200 on a port. */
export function server(name: string, port: number, more: Partial<Part> = {}, before = ''): Part {
  const code = `${before}
    require('node:http').createServer((_, res) => res.end()).listen(${port}, '127.0.0.1', () => {
      console.log('${name} listens');
    });`;
  return script(name, code, { ready: { http: `http://127.0.0.1:${port}/` }, ...more });
}

/** Less than a test may take, so that the test ends with this error and cleans up after itself. */
const PATIENCE_MS = 4000;

/** Resolves when it is so; rejects when it does not become so. */
export async function until(so: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!so()) {
    if (performance.now() > deadline) throw new Error(`It did not come true: ${so}`);
    await pause(10);
  }
}
