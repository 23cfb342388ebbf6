import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A program started by a test, and the lines it has written. */
export class Program {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;

  private constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /**
   * Starts it and waits for a line that says it is ready.
   * @throws with its output when it ends before that.
   */
  static async start(
    command: string,
    args: readonly string[],
    ready: RegExp,
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<Program> {
    const program = new Program(command, args, env);
    await program.#until(ready);
    return program;
  }

  /** Starts it, for one that says nothing when it is ready. */
  static launch(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
    const program = new Program(command, args, env);
    program.#read(() => {});
    return program;
  }

  /** Runs it to its end. @returns its exit code. */
  static async run(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
  ): Promise<{ code: number | null; lines: string[] }> {
    const program = Program.launch(command, args, env);
    return { code: await program.ended, lines: program.lines };
  }

  /** Resolves with the exit code, or with null when a signal ended it. */
  get ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Its process id. */
  get pid(): number {
    return this.#child.pid ?? 0;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Ends it at once, as a crash would. */
  async stop(): Promise<void> {
    this.signal('SIGKILL');
    await this.#ended;
  }

  #read(onLine: (line: string) => void): void {
    for (const input of [this.#child.stdout, this.#child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        this.lines.push(line);
        onLine(line);
      });
    }
  }

  async #until(ready: RegExp): Promise<void> {
    const seen = new Promise<void>((resolve) => {
      this.#read((line) => ready.test(line) && resolve());
    });
    const failed = once(this.#child, 'close').then(() => {
      throw new Error(`The program ended before it was ready:\n${this.lines.join('\n')}`);
    });
    await Promise.race([seen, failed]);
    failed.catch(() => {});
  }
}

/** A port that nobody listens on, for programs that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
