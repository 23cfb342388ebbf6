/** Failures in a row after which Redis is left alone for a moment. */
const mostFailures = 3;
/** How long it is left alone, milliseconds. Then one command finds out whether it is back. */
const rest = 1000;

/** Has commands answered soon or not at all, so that a Redis that hangs holds up nobody. */
export class Patience {
  readonly #longestWait: number;
  #failures = 0;
  #restsUntil = Number.NEGATIVE_INFINITY;

  /** @param longestWait milliseconds for an answer. */
  constructor(longestWait: number) {
    this.#longestWait = longestWait;
  }

  /** @throws what the command throws, or an error of its own when there is no answer in time. */
  async ask<T>(command: () => Promise<T>): Promise<T> {
    if (performance.now() < this.#restsUntil) throw new Error('Redis is left alone for a moment.');
    // One command finds out; the others go on keeping away meanwhile.
    if (this.#failures >= mostFailures) this.#rest();
    try {
      const answer = await within(this.#longestWait, command());
      this.#failures = 0;
      this.#restsUntil = Number.NEGATIVE_INFINITY;
      return answer;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures >= mostFailures) this.#rest();
      throw error;
    }
  }

  #rest(): void {
    this.#restsUntil = performance.now() + rest;
  }
}

async function within<T>(longestWait: number, answer: Promise<T>): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new Error(`Redis gave no answer within ${longestWait} ms.`));
  // When this process was busy for so long, the answer may be there, but not read yet.
  const timer = setTimeout(() => setImmediate(giveUp), longestWait);
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
