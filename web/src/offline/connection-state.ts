/** What a {@link ConnectionState} needs of its surroundings. */
export interface ConnectionParts {
  /** Asks the server whether it is there. */
  probe: () => Promise<boolean>;
  /** What the browser believes now. */
  initially: boolean;
  /** Calls back after some time, ms, and gives what takes that back. */
  later: (action: () => void, ms: number) => () => void;
}

const firstWait = 3_000;
const longestWait = 30_000;

/**
 * Whether the server can be reached, as far as is known. A browser that says "online" may still be behind a
 * dead hotspot: once an answer stayed away, only an answer brings the connection back. Fits React's
 * `useSyncExternalStore`.
 */
export class ConnectionState {
  readonly #parts: ConnectionParts;
  readonly #listeners = new Set<() => void>();
  #online = true;
  #cancel: () => void = () => undefined;
  #wait = firstWait;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    if (!parts.initially) this.lost();
  }

  readonly getSnapshot = (): boolean => this.#online;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** An answer did not come: asks from time to time until one does. */
  readonly lost = (): void => {
    if (!this.#online) return;
    this.#wait = firstWait;
    this.#set(false);
    this.#tryLater();
  };

  /** Asks now, because the connection may be back. */
  readonly check = async (): Promise<void> => {
    if (this.#online) return;
    this.#cancel();
    if (await this.#parts.probe()) this.#set(true);
    else this.#tryLater();
  };

  #tryLater(): void {
    this.#cancel();
    this.#cancel = this.#parts.later(() => void this.check(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  #set(online: boolean): void {
    this.#online = online;
    for (const listener of this.#listeners) listener();
  }
}
