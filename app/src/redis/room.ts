/** The share of its memory up to which Redis takes values that can be made anew. */
const share = 0.5;
/** How long an answer holds, milliseconds. */
const holdsFor = 5000;

/**
 * Whether Redis has room for values that can be made anew. The rest of its memory is for the
 * counters of the rate limits: were it full, Redis would drop some of them.
 */
export class Room {
  readonly #info: () => Promise<readonly string[]>;
  #asked = Number.NEGATIVE_INFINITY;
  #answer: Promise<boolean> = Promise.resolve(false);

  /** @param info gives what each server says to `INFO memory`. */
  constructor(info: () => Promise<readonly string[]>) {
    this.#info = info;
  }

  /** @throws when Redis does not say. */
  left(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#asked > holdsFor) {
      this.#asked = now;
      this.#answer = this.#info().then((all) => all.every(hasRoom));
      // Whoever waits for the answer is told of a failure; the next to ask starts anew.
      this.#answer.catch(() => {
        this.#asked = Number.NEGATIVE_INFINITY;
      });
    }
    return this.#answer;
  }
}

function hasRoom(info: string): boolean {
  const most = numberIn(info, 'maxmemory');
  return most === 0 || numberIn(info, 'used_memory') < share * most;
}

function numberIn(info: string, name: string): number {
  const line = info.split('\r\n').find((one) => one.startsWith(`${name}:`));
  if (line === undefined) throw new Error(`Redis does not say its ${name}.`);
  return Number(line.slice(name.length + 1));
}
