import type { Cache } from './cache.ts';
import { keyOf } from './key.ts';
import type { Stamps } from './stamps.ts';

/** Expensive reads of one kind of data, each of one owner, and the changes that make them untrue. */
export class OwnedCache {
  readonly #kind: string;
  readonly #stamps: Stamps;
  readonly #cache: Cache;

  /** @param kind such as `recipes`; part of the keys. */
  constructor(kind: string, stamps: Stamps, cache: Cache) {
    this.#kind = kind;
    this.#stamps = stamps;
    this.#cache = cache;
  }

  /**
   * The answer to a query: one that was kept and is still true, else a new one.
   * @param query all that the answer depends on, besides the owner's data.
   */
  async read<T>(owner: string, query: object, make: () => Promise<T>): Promise<T> {
    const version = await this.#stamps.settled(owner);
    if (version === undefined) return this.#cache.bypass(make);
    return this.#cache.read(keyOf({ kind: this.#kind, owner, version, query }), make);
  }

  /**
   * Changes data that answers depend on. Every change must go through here.
   * @param write the write itself, without what comes before it: it must not take long.
   */
  change<T>(owner: string, write: () => Promise<T>): Promise<T> {
    return this.#stamps.change(owner, write);
  }
}
