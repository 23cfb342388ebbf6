import { Unavailable } from './unavailable.ts';

/** How many works go on at once, and how many wait. */
export interface SlotLimits {
  readonly atOnce: number;
  /** Of those, works of one user. */
  readonly atOnceEach: number;
  /** Works of one user that may wait. */
  readonly waitingEach: number;
  /** How long one may wait, milliseconds. */
  readonly patience: number;
}

/** Thrown when too many wait already, or one has waited for too long. */
export class TooBusy extends Unavailable {
  override readonly name = 'TooBusy';
  readonly code = 'busy';
  readonly detail = 'Too many such requests wait already; try again soon.';
  override readonly retryAfter = 5;
}

/**
 * Lets only so many works run at once. Users who wait take turns, whatever number of works each has,
 * so that nobody's many keep others waiting.
 */
export class Slots {
  readonly #limits: SlotLimits;
  /** What lets each waiting work go on, by user. Whoever had a turn goes to the end. */
  readonly #waiting = new Map<string, (() => void)[]>();
  /** How many run, by user. */
  readonly #running = new Map<string, number>();
  #free: number;

  constructor(limits: SlotLimits) {
    this.#limits = limits;
    this.#free = limits.atOnce;
  }

  /**
   * @param gone says that the work is not wanted any more; while it waits it then gives up its place.
   * @throws TooBusy, or the reason of `gone`
   */
  async run<T>(user: string, work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    if (this.#mayRun(user)) this.#start(user);
    else await this.#wait(user, gone);
    try {
      return await work();
    } finally {
      this.#end(user);
    }
  }

  /** Resolves when the work has been started. */
  async #wait(user: string, gone?: AbortSignal): Promise<void> {
    const { waitingEach, patience } = this.#limits;
    const queue = this.#waiting.get(user) ?? [];
    if (queue.length >= waitingEach) throw new TooBusy();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.set(user, queue);
    queue.push(resolve);
    const giveUp = (reason: unknown) => {
      const place = queue.indexOf(resolve);
      if (place >= 0) queue.splice(place, 1);
      reject(reason);
    };
    const timer = setTimeout(() => giveUp(new TooBusy()), patience);
    const leave = () => giveUp(gone?.reason);
    gone?.addEventListener('abort', leave);
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      gone?.removeEventListener('abort', leave);
      if (queue.length === 0 && this.#waiting.get(user) === queue) this.#waiting.delete(user);
    }
  }

  #mayRun(user: string): boolean {
    return this.#free > 0 && (this.#running.get(user) ?? 0) < this.#limits.atOnceEach;
  }

  #start(user: string): void {
    this.#free -= 1;
    this.#running.set(user, (this.#running.get(user) ?? 0) + 1);
  }

  #end(user: string): void {
    this.#free += 1;
    const others = (this.#running.get(user) ?? 0) - 1;
    if (others > 0) this.#running.set(user, others);
    else this.#running.delete(user);
    this.#startNext();
  }

  #startNext(): void {
    for (const [user, queue] of this.#waiting) {
      if (!this.#mayRun(user)) continue;
      const go = queue.shift();
      if (!go) continue;
      this.#waiting.delete(user);
      this.#waiting.set(user, queue);
      this.#start(user);
      go();
      return;
    }
  }
}
