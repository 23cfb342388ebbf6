import type { WriteStream } from 'node:tty';

/** Between two lines where they cannot be written over each other, milliseconds. */
const plainPause = 10_000;
const livePause = 200;

/** Tells how far a long work is: one line that changes on a terminal, else a line now and then. */
export class Progress {
  readonly #output: Pick<WriteStream, 'write' | 'isTTY'>;
  readonly #what: string;
  readonly #total: number;
  readonly #began = performance.now();
  #shownAt = performance.now();

  /** @param what is counted, such as `recipes`. */
  constructor(output: Pick<WriteStream, 'write' | 'isTTY'>, what: string, total: number) {
    this.#output = output;
    this.#what = what;
    this.#total = total;
  }

  show(done: number): void {
    const now = performance.now();
    if (now - this.#shownAt < (this.#output.isTTY ? livePause : plainPause)) return;
    this.#shownAt = now;
    const left = ((this.#total - done) * (now - this.#began)) / 1000 / done;
    const line = `${done} of ${this.#total} ${this.#what}, ${this.#pace(done)}, ${left.toFixed(0)} s left`;
    this.#output.write(this.#output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** @returns how long it took and how fast it was. */
  end(done: number): string {
    if (this.#output.isTTY) this.#output.write('\r\x1b[K');
    return `${this.#seconds().toFixed(1)} s, ${this.#pace(done, ` ${this.#what}`)}`;
  }

  #seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** What is slow is told by how long each takes: a rate of it would be rounded to nothing. */
  #pace(done: number, what = ''): string {
    const rate = done / this.#seconds();
    if (rate === 0 || rate >= 10) return `${rate.toFixed(0)}${what} a second`;
    return `${(1 / rate).toFixed(rate < 1 ? 1 : 2)} s each`;
  }
}
