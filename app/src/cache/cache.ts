import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../redis/store.ts';
import { type Outcome, Outcomes } from './outcomes.ts';
import { type Flight, SingleFlight } from './single-flight.ts';
import { fromText, toText } from './text.ts';

/** Largest text that is kept, bytes. */
const maxSize = 262_144;
/** Stands where the answer would when there is none that could be kept, so that nobody waits for it. */
const notKept = '';
/** For how long, milliseconds. */
const notKeptFor = 1000;
/** How long one instance waits for the answer that another one is making, milliseconds. */
const longestWait = 1000;
/** How often it looks, milliseconds. */
const pollInterval = 20;
/** When the place of an instance that ended while it made an answer is free again, milliseconds. */
const lockFor = 5000;

/** An answer, and where it came from. */
interface Answer<T> {
  readonly value: T;
  readonly outcome: Outcome;
}

/**
 * Keeps answers that are expensive to make. It does not ask whether they are still true: whatever
 * an answer depends on must be in its key.
 */
export class Cache {
  readonly #store: Store;
  readonly #ttl: number;
  readonly #flights = new SingleFlight();
  readonly #outcomes = new Outcomes();

  /** @param ttl milliseconds for which answers are kept. */
  constructor(store: Store, ttl: number) {
    this.#store = store;
    this.#ttl = ttl;
  }

  /** The answer kept under the key, else one that is made once for all who ask meanwhile. */
  async read<T>(key: string, make: () => Promise<T>): Promise<T> {
    const { result, shared } = await this.#flights.run(key, () => this.#answer(key, make));
    this.#outcomes.count(shared ? 'shared' : result.outcome);
    return result.value;
  }

  /** An answer that must not be kept, made anew. */
  bypass<T>(make: () => Promise<T>): Promise<T> {
    this.#outcomes.count('bypassed');
    return make();
  }

  async #answer<T>(key: string, make: () => Promise<T>): Promise<Flight<Answer<T>>> {
    const token = randomUUID();
    const found = await this.#find<T>(key, token);
    if (typeof found !== 'string') return { result: found };
    if (found === 'miss') return this.#make(key, token, make);
    return { result: { value: await make(), outcome: found } };
  }

  /** The answer kept, or made by another instance meanwhile; else why there is none. */
  async #find<T>(key: string, token: string): Promise<Answer<T> | 'miss' | 'bypassed' | 'error'> {
    const deadline = performance.now() + longestWait;
    try {
      for (let outcome: Outcome = 'hit'; ; outcome = 'shared') {
        const found = await this.#store.take(key, token, lockFor);
        if ('value' in found) {
          if (found.value === notKept) return 'bypassed';
          return { value: fromText(found.value) as T, outcome };
        }
        // True answers may be kept by whoever makes them.
        if (found.isOurs || performance.now() > deadline) return 'miss';
        await delay(pollInterval);
      }
    } catch {
      return 'error';
    }
  }

  /** Makes it, and keeps it for the others. Who asked need not wait for that. */
  async #make<T>(key: string, token: string, make: () => Promise<T>): Promise<Flight<Answer<T>>> {
    // Asked for now, so that keeping, which nobody waits for, need not wait.
    const room = this.#store.hasRoom().catch(() => false);
    // The store itself tells of its failures.
    const keep = (text: string) => this.#keep(key, token, text, room).catch(() => {});
    try {
      const value = await make();
      return { result: { value, outcome: 'miss' }, over: keep(toText(value)) };
    } catch (error) {
      await keep(notKept);
      throw error;
    }
  }

  async #keep(key: string, token: string, text: string, room: Promise<boolean>): Promise<void> {
    const fits = Buffer.byteLength(text) <= maxSize && (await room);
    if (fits && text !== notKept) await this.#store.give(key, token, text, this.#ttl);
    else await this.#store.give(key, token, notKept, notKeptFor);
  }
}
