import type { Channel } from '../../redis/channel.ts';

/** Tells that a list has changed. */
type Listener = () => void;

/** For a single instance, and for programs that serve nobody. */
export const noChannel: Channel = { publish: () => {}, listen: () => {} };

/**
 * Tells open tabs and devices that a list has changed: those of this instance at once, those of
 * others through a channel. Only the id of the list goes over the channel; each reads the list itself.
 */
export class ListFeed {
  readonly #channel: Channel;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #ended = new AbortController();

  constructor(channel: Channel) {
    this.#channel = channel;
    channel.listen((listId) => this.#tell(listId));
  }

  changed(listId: string): void {
    this.#tell(listId);
    this.#channel.publish(listId);
  }

  /** @returns what ends it. */
  listen(listId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(listId) ?? new Set();
    this.#listeners.set(listId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(listId);
    };
  }

  /** Ends all streams, and those yet to come at once: the app is about to stop. */
  end(): void {
    this.#ended.abort();
  }

  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  #tell(listId: string): void {
    for (const listener of this.#listeners.get(listId) ?? []) listener();
  }
}
