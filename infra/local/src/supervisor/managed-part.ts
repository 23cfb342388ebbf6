import { setTimeout as pause } from 'node:timers/promises';
import { LogFile } from './log-file.ts';
import type { Part } from './part.ts';
import { setNiceness } from './priority.ts';
import { untilReady } from './readiness.ts';
import { RunningPart } from './running-part.ts';
import type { PartStatus, State } from './status.ts';
import { SupervisorError } from './supervisor-error.ts';
import type { Timings } from './timings.ts';

const DEFAULT_READY_TIMEOUT_MS = 120_000;

/** What a managed part tells its supervisor. */
export interface PartListener {
  changed(): void;
  ready(seconds: number, restarts: number): void;
  died(how: string, lastLines: readonly string[], restartInMs: number): void;
}

/** One part that is kept running: it is started again, ever more slowly, until it is stopped. */
export class ManagedPart {
  readonly part: Part;
  readonly #log: LogFile;
  readonly #logFile: string;
  readonly #timings: Timings;
  readonly #listener: PartListener;
  #state: State = 'waiting';
  #since = new Date();
  #restarts = 0;
  #running: RunningPart | undefined;
  #kept: Promise<void> = Promise.resolve();
  #stopping = new AbortController();

  constructor(
    part: Part,
    log: { file: string; maxBytes: number },
    timings: Timings,
    listener: PartListener,
  ) {
    this.part = part;
    this.#logFile = log.file;
    this.#log = new LogFile(log.file, log.maxBytes);
    this.#timings = timings;
    this.#listener = listener;
  }

  get status(): PartStatus {
    const identity = this.#running?.identity;
    return {
      name: this.part.name,
      state: this.#state,
      since: this.#since.toISOString(),
      restarts: this.#restarts,
      ...(identity ? { process: identity } : {}),
    };
  }

  /** Resolves when it is ready; does nothing when it runs already. A first start that goes wrong is not tried again: it throws. */
  async start(): Promise<void> {
    if (this.#running) return;
    this.#stopping = new AbortController();
    const problem = await this.#launch();
    if (problem === undefined) {
      this.#kept = this.#keep();
      return;
    }
    const lines = this.#log.lastLines.map((line) => `\n  ${line}`).join('');
    const said = lines
      ? `Its last lines (all are in ${this.#logFile}):${lines}`
      : 'It said nothing.';
    await this.stop();
    throw new SupervisorError(`${this.part.name} ${problem}. ${said}`);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#running) {
      this.#enter('stopping');
      await this.#running.stop();
    }
    await this.#kept;
    this.#running = undefined;
    this.#enter('stopped');
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#restarts += 1;
    await this.start();
  }

  signal(signal: NodeJS.Signals): void {
    this.#running?.signal(signal);
  }

  killNow(): void {
    this.#running?.kill();
  }

  close(): void {
    this.#log.close();
  }

  /** Starts the process and waits until it is ready; gives what went wrong, if anything did. */
  async #launch(): Promise<string | undefined> {
    const began = performance.now();
    const running = new RunningPart(this.part, this.#log);
    this.#running = running;
    this.#enter('starting');
    const { readyTimeoutMs = DEFAULT_READY_TIMEOUT_MS } = this.part;
    const tooLong = new AbortController();
    const timer = setTimeout(() => tooLong.abort(), readyTimeoutMs);
    const looking = AbortSignal.any([tooLong.signal, this.#stopping.signal]);
    const ready = untilReady(this.part.ready, this.#timings.pollMs, looking).then((is) => ({ is }));
    const outcome = await Promise.race([ready, running.ended.then((how) => ({ is: false, how }))]);
    clearTimeout(timer);
    tooLong.abort();
    if (outcome.is) {
      this.#setNiceness();
      this.#enter('ready');
      this.#listener.ready((performance.now() - began) / 1000, this.#restarts);
      return undefined;
    }
    if (this.#stopping.signal.aborted) return 'was stopped before it was ready';
    if ('how' in outcome) return `${outcome.how} before it was ready`;
    return `was not ready within ${readyTimeoutMs / 1000} s`;
  }

  /** Starts it again whenever it ends, until it is stopped. */
  async #keep(): Promise<void> {
    const { signal } = this.#stopping;
    const { firstBackoffMs, maxBackoffMs, healthyMs } = this.#timings;
    let backoff = firstBackoffMs;
    let problem: string | undefined;
    while (this.#running) {
      const began = performance.now();
      if (problem !== undefined) await this.#running.stop();
      const how = await this.#running.ended;
      if (signal.aborted) return;
      if (performance.now() - began >= healthyMs) backoff = firstBackoffMs;
      this.#running = undefined;
      this.#enter('failed');
      this.#listener.died(problem ?? how, this.#log.lastLines, backoff);
      await pause(backoff, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      // Whoever told it to stop in good order wants it back at once; only failures slow it down.
      if (problem !== undefined || !how.endsWith(' 0'))
        backoff = Math.min(backoff * 2, maxBackoffMs);
      this.#restarts += 1;
      problem = await this.#launch();
    }
  }

  /** Only now: a start should be quick, also on a busy machine. */
  #setNiceness(): void {
    const pid = this.#running?.identity?.pid;
    if (this.part.niceness && pid !== undefined) setNiceness(pid, this.part.niceness);
  }

  #enter(state: State): void {
    this.#state = state;
    this.#since = new Date();
    this.#listener.changed();
  }
}
