import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { LogFile } from './log-file.ts';
import type { Part } from './part.ts';
import { identify } from './process-identity.ts';
import { type PartProcess, signalGroup, spawnPart } from './spawn.ts';
import type { ProcessIdentity } from './status.ts';

const DEFAULT_STOP_TIMEOUT_MS = 10_000;
/** How long the last lines may take to arrive after the process ended and its group was killed. */
const LAST_LINES_MS = 1000;

/** One process of a part, from its start to its end. */
export class RunningPart {
  readonly identity: ProcessIdentity | undefined;
  /** Resolves when the process has ended and its last line is in the log, with how it ended. */
  readonly ended: Promise<string>;
  readonly #part: Part;
  readonly #child: PartProcess;

  constructor(part: Part, log: LogFile) {
    this.#part = part;
    log.forget();
    this.#child = spawnPart(part);
    const { pid } = this.#child;
    this.identity = pid === undefined ? undefined : identify(pid);
    log.follow(this.#child.stdout);
    log.follow(this.#child.stderr);
    this.ended = this.#untilEnded();
  }

  /** Sends a signal to the process itself. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Kills the process and all it started, at once. */
  kill(): void {
    const { pid } = this.#child;
    if (pid !== undefined) signalGroup(pid, 'SIGKILL');
  }

  /** Asks it to stop, and kills it when it takes too long. */
  async stop(): Promise<void> {
    const { stopTimeoutMs = DEFAULT_STOP_TIMEOUT_MS } = this.#part;
    const over = new AbortController();
    const late = pause(stopTimeoutMs, true, { signal: over.signal }).catch(() => false);
    void this.#askToStop(over.signal);
    const tooLong = await Promise.race([late, this.ended.then(() => false)]);
    over.abort();
    if (tooLong) this.kill();
    await this.ended;
  }

  async #askToStop(over: AbortSignal): Promise<void> {
    const { beforeStop, stopSignal = 'SIGTERM' } = this.#part;
    await beforeStop?.(over).catch(() => undefined);
    if (!over.aborted) this.signal(stopSignal);
  }

  async #untilEnded(): Promise<string> {
    const child = this.#child;
    const closed = once(child, 'close').catch(() => undefined);
    const how = await new Promise<string>((resolve) => {
      child.once('error', ({ message }) => resolve(`could not be started (${message})`));
      child.once('exit', (code, signal) =>
        resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
      );
    });
    // What it started itself must not outlive it, nor keep its output open.
    this.kill();
    const giveUp = new AbortController();
    const limit = pause(LAST_LINES_MS, undefined, { signal: giveUp.signal }).catch(() => undefined);
    await Promise.race([closed, limit]);
    giveUp.abort();
    child.stdout.destroy();
    child.stderr.destroy();
    await closed;
    return how;
  }
}
