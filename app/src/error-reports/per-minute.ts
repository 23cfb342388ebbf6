const minute = 60_000;

/** Lets so many through in each minute, and leaves out the rest. */
export class PerMinute {
  readonly #limit: number;
  #began = Number.NEGATIVE_INFINITY;
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param now milliseconds on any clock that never goes back. */
  take(now = performance.now()): boolean {
    if (now - this.#began >= minute) {
      this.#began = now;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= this.#limit;
  }
}
