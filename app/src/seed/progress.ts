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
    const line = `${done} of ${this.#total} ${this.#what}, ${this.#rate(done)} a second, ${left.toFixed(0)} s left`;
    this.#output.write(this.#output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** @returns how long it took and how fast it was. */
  end(done: number): string {
    if (this.#output.isTTY) this.#output.write('\r\x1b[K');
    return `${this.#seconds().toFixed(1)} s, ${this.#rate(done)} ${this.#what} a second`;
  }

  #seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  #rate(done: number): string {
    return (done / this.#seconds()).toFixed(0);
  }
}
