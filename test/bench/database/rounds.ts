import { Progress } from '../../../app/src/seed/progress.ts';

/** How often a work is repeated. */
export interface Effort {
  /** However long they take. */
  readonly least: number;
  readonly most: number;
  /** No round begins that would end later, once there are enough, milliseconds. */
  readonly longest: number;
}

/** Repeats a work as often as time allows. Its time runs from when it is made, preparations counted. */
export class Rounds {
  readonly #effort: Effort;
  readonly #began = performance.now();
  #done = 0;

  constructor(effort: Effort) {
    this.#effort = effort;
  }

  get done(): number {
    return this.#done;
  }

  async each(work: () => Promise<void>): Promise<void> {
    const { least, most, longest } = this.#effort;
    const progress = new Progress(process.stderr, 'rounds', most);
    const first = performance.now();
    const isTime = () => {
      const now = performance.now();
      const oneRound = (now - first) / Math.max(1, this.#done);
      return now + oneRound < this.#began + longest;
    };
    while (this.#done < least || (this.#done < most && isTime())) {
      await work();
      progress.show(++this.#done);
    }
    console.log(`Measured ${this.#done} rounds (${progress.end(this.#done)}).`);
  }
}
