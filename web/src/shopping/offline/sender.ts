import { ApiError } from '../../api/api-error.ts';
import type { Change, List } from '../types.ts';
import { type Batch, nextBatch } from './batch.ts';
import type { ListStore } from './list-store.ts';
import { pauseAfter } from './pause.ts';

/** How sending goes. `waiting`: the last try failed, and `retryAt` (ms since 1970) is when it is tried again. */
export interface SendState {
  readonly phase: 'idle' | 'sending' | 'waiting';
  readonly retryAt?: number | undefined;
  /** Why the last try failed. */
  readonly error?: unknown;
  /** Changes that the server refused and that were given up: somebody should be told. */
  readonly refused: readonly Refusal[];
}

/** Changes that cannot be saved, and why. */
export interface Refusal {
  readonly listId: string;
  readonly changes: readonly Change[];
  readonly error: ApiError;
}

/** What a sender needs of the world. */
export interface SenderParts {
  readonly store: ListStore;
  /** Sends changes of one list (`POST /api/shopping-lists/:id/sync`) and gives the list with them. */
  send(listId: string, changes: readonly Change[], signal: AbortSignal): Promise<List>;
  /** Runs one at a time, of all tabs. */
  inTurn(work: () => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** Items whose changes go in one request: far below the 500 changes that one takes, and its size. */
const mostItems = 100;

/**
 * Sends what waits, in order, until all is answered. What failed for want of an answer is sent again: the server
 * merges, so nothing happens twice.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #listeners = new Set<() => void>();
  readonly #stopped = new AbortController();
  #state: SendState = { phase: 'idle', refused: [] };
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Items that a request may have; one by one after a refusal, to find out which is refused. */
  #mostItems = mostItems;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  readonly getSnapshot = (): SendState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends what waits, now; resolves when that is done or has failed. Never rejects. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#stopped.signal.aborted) return Promise.resolve();
    // What is added while a run ends is not to be forgotten.
    this.#isAskedAgain = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isAskedAgain) void this.flush();
    });
    return this.#running;
  }

  /** Something new waits: sends it, unless the server asked for a pause that is not over. */
  notice(): void {
    if (this.#state.phase !== 'waiting') void this.flush();
  }

  /** Somebody has seen what was refused of a list. */
  forgetRefused(listId: string): void {
    this.#set(
      this.#state,
      this.#state.refused.filter((one) => one.listId !== listId),
    );
  }

  /** Sends nothing more; a request that is under way is given up. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    try {
      await this.#parts.inTurn(async () => {
        while (!signal.aborted) {
          this.#isAskedAgain = false;
          const batch = nextBatch(await this.#parts.store.waiting(), this.#mostItems);
          if (!batch) break;
          this.#set({ phase: 'sending' });
          await this.#send(batch);
          this.#failures = 0;
        }
      }, signal);
      this.#mostItems = mostItems;
      this.#set({ phase: 'idle' });
    } catch (error) {
      this.#isAskedAgain = false;
      if (!signal.aborted) this.#tryLater(error);
    }
  }

  async #send({ listId, changes, numbers }: Batch): Promise<void> {
    const { store, send } = this.#parts;
    try {
      await store.settle(numbers, await send(listId, changes, this.#stopped.signal));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 404) await store.forget(listId);
      else if (!isFinal(error)) throw error;
      else if (this.#mostItems > 1 && changes.length > 1) this.#mostItems = 1;
      else {
        await store.drop(numbers);
        this.#set(this.#state, [...this.#state.refused, { listId, changes, error }]);
      }
    }
  }

  #tryLater(error: unknown): void {
    const pause = pauseAfter(this.#failures, error);
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.flush(), pause);
    this.#set({ phase: 'waiting', retryAt: Date.now() + pause, error });
  }

  #set(state: Omit<SendState, 'refused'>, refused = this.#state.refused): void {
    this.#state = { ...state, refused };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the server will never take it. What it may take later: too many requests, a session that must be renewed. */
function isFinal({ status }: ApiError): boolean {
  return status >= 400 && status < 500 && ![401, 403, 408, 409, 425, 429].includes(status);
}
