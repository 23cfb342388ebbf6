import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { InstallError } from './install-error.ts';
import type { Job, RunOptions } from './types.ts';

interface JobOptions {
  readonly tool: string;
  readonly cache: string;
  readonly logFile: string;
  readonly buildFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends what runs, with all its children. */
  readonly signal: AbortSignal;
}

/**
 * Runs `work` with a job whose programs write to one log file, which starts empty.
 * execa is loaded when a program first runs: most runs install nothing and should start fast.
 */
export async function withJob<T>(options: JobOptions, work: (job: Job) => Promise<T>): Promise<T> {
  await mkdir(dirname(options.logFile), { recursive: true });
  await mkdir(options.buildFolder, { recursive: true });
  const log = createWriteStream(options.logFile);
  try {
    return await work(new LoggedJob(options, log));
  } finally {
    log.end();
    await finished(log);
  }
}

class LoggedJob implements Job {
  readonly tool: string;
  readonly cache: string;
  readonly buildFolder: string;
  readonly env: Job['env'];
  readonly #options: JobOptions;
  readonly #log: WriteStream;

  constructor(options: JobOptions, log: WriteStream) {
    this.tool = options.tool;
    this.cache = options.cache;
    this.buildFolder = options.buildFolder;
    this.env = options.env;
    this.#options = options;
    this.#log = log;
  }

  async run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
    const { signal, logFile } = this.#options;
    signal.throwIfAborted();
    const { execa } = await import('execa');
    this.#log.write(`$ ${[command, ...args].join(' ')}\n`);
    const child = execa(command, args, {
      cwd: options.cwd ?? this.buildFolder,
      env: { ...this.env, ...options.env },
      extendEnv: false,
      stdin: 'ignore',
      all: true,
      buffer: false,
      reject: false,
      // A group of its own, so that compilers started by compilers end with it.
      detached: true,
    });
    child.all.pipe(this.#log, { end: false });
    const end = (): void => endGroup(child.pid);
    signal.addEventListener('abort', end);
    process.once('exit', end);
    const { exitCode, code } = await child;
    signal.removeEventListener('abort', end);
    process.removeListener('exit', end);
    signal.throwIfAborted();
    if (exitCode === 0) return;
    const what = code === 'ENOENT' ? 'is not on the PATH' : 'failed';
    throw new InstallError(
      `${this.tool} was not installed: "${command} ${args[0] ?? ''}" ${what}; the full log is ${logFile}.`,
    );
  }

  async ask(command: string, args: readonly string[]): Promise<string | undefined> {
    const { execa } = await import('execa');
    const options = { env: { ...this.env }, extendEnv: false, reject: false } as const;
    const { exitCode, stdout } = await execa(command, args, options);
    return exitCode === 0 ? stdout : undefined;
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
