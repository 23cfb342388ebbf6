import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { claim, release } from './claim.ts';
import type { SupervisorEvents } from './events.ts';
import { checkGraph, dependents, inOrder } from './graph.ts';
import { ManagedPart } from './managed-part.ts';
import type { Part } from './part.ts';
import { checkPorts } from './ports.ts';
import { identify } from './process-identity.ts';
import type { PartStatus } from './status.ts';
import { killLeftovers, readStatus, removeStatus, writeStatus } from './status-file.ts';
import { SupervisorError } from './supervisor-error.ts';
import { type Timings, usualTimings } from './timings.ts';

const MAX_LOG_BYTES = 20 * 1024 * 1024;

interface Options {
  readonly parts: readonly Part[];
  /** Each part's output goes to `<name>.log` here. */
  readonly logDir: string;
  /** Where `status.json` tells other processes what runs. */
  readonly stateDir: string;
  readonly timings?: Partial<Timings>;
  /** Size at which a log file is put aside. Bytes, default 20 MiB; one old file is kept. */
  readonly maxLogBytes?: number;
}

/** Keeps local processes running, in the order in which they need each other. */
export class Supervisor extends EventEmitter<SupervisorEvents> {
  readonly #options: Options;
  readonly #since = new Date().toISOString();
  #managed = new Map<string, ManagedPart>();
  #stopped: Promise<void> | undefined;
  readonly #killAll = (): void => {
    for (const managed of this.#managed.values()) managed.killNow();
  };

  constructor(options: Options) {
    super();
    this.#options = options;
  }

  /**
   * Resolves when all parts are ready. Rejects with a `SupervisorError` when a port is taken (then
   * nothing was started) or a part does not become ready (then all are stopped again).
   */
  async start(): Promise<void> {
    const { parts, stateDir } = this.#options;
    checkGraph(parts);
    const self = identify(process.pid);
    if (self) claim(stateDir, self);
    try {
      const earlier = readStatus(stateDir);
      if (earlier) killLeftovers(earlier.status);
      await checkPorts(parts);
    } catch (error) {
      release(stateDir);
      throw error;
    }
    for (const part of parts) this.#managed.set(part.name, this.#manage(part));
    process.once('exit', this.#killAll);
    let first: unknown;
    try {
      await inOrder(
        parts,
        (part) => part.after ?? [],
        async (part) => {
          if (this.#stopped)
            throw new SupervisorError('It was stopped before everything was ready.');
          await this.#part(part.name)
            .start()
            .catch((error: unknown) => {
              first ??= error;
              // The others need not become ready any more.
              void this.stop();
              throw error;
            });
        },
      );
    } catch (error) {
      await this.stop();
      throw first ?? error;
    }
  }

  /** Stops all parts, each before those that it needs. Resolves when nothing is left of them. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  status(): readonly PartStatus[] {
    return [...this.#managed.values()].map(({ status }) => status);
  }

  /** Stops one part and starts it again at once; resolves when it is ready. */
  restart(name: string): Promise<void> {
    return this.#part(name).restart();
  }

  /** Stops one part and leaves it so, until `startPart`. The parts that need it keep running. */
  async stopPart(name: string): Promise<void> {
    await this.#part(name).stop();
    this.emit('stopped', { name });
  }

  startPart(name: string): Promise<void> {
    return this.#part(name).start();
  }

  /** Sends a signal to a part's process, as anyone on the machine could. */
  signal(name: string, signal: NodeJS.Signals): void {
    this.#part(name).signal(signal);
  }

  async #stopAll(): Promise<void> {
    const { parts, stateDir } = this.#options;
    if (this.#managed.size === 0) return;
    await inOrder(
      parts,
      ({ name }) => dependents(parts, name),
      ({ name }) => this.stopPart(name),
    );
    process.removeListener('exit', this.#killAll);
    for (const managed of this.#managed.values()) managed.close();
    removeStatus(stateDir);
    release(stateDir);
  }

  #manage(part: Part): ManagedPart {
    const { logDir, maxLogBytes = MAX_LOG_BYTES, timings } = this.#options;
    const { name } = part;
    const log = { file: join(logDir, `${name}.log`), maxBytes: maxLogBytes };
    return new ManagedPart(
      part,
      log,
      { ...usualTimings, ...timings },
      {
        changed: () => this.#writeStatus(),
        ready: (seconds, restarts) => this.emit('ready', { name, seconds, restarts }),
        died: (how, lastLines, restartInMs) =>
          this.emit('died', { name, how, lastLines, restartInMs }),
      },
    );
  }

  #part(name: string): ManagedPart {
    const managed = this.#managed.get(name);
    if (managed) return managed;
    throw new SupervisorError(`There is no part "${name}", or nothing was started yet.`);
  }

  #writeStatus(): void {
    const supervisor = identify(process.pid);
    if (!supervisor) return;
    writeStatus(this.#options.stateDir, { supervisor, since: this.#since, parts: this.status() });
  }
}
