/** Chance that can be repeated: the same start gives the same numbers. */
export class Random {
  #state: number;

  constructor(...start: readonly number[]) {
    this.#state = start.reduce(
      (state, part) => Math.imul(state ^ part, 0x9e3779b1) >>> 0,
      0x85ebca6b,
    );
  }

  /** From 0 up to but not 1: Marsaglia's xorshift over a counter, enough for made-up recipes. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends counted. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of these; the first ones come up more often, as some foods are in half of all recipes. */
  pick<T>(from: readonly T[]): T {
    const at = Math.floor(this.next() ** 2 * from.length);
    const found = from[at];
    if (found === undefined) throw new RangeError('There is nothing to pick from.');
    return found;
  }

  /** Some of these, none twice; fewer when the same come up again. */
  some<T>(from: readonly T[], count: number): T[] {
    return [...new Set(Array.from({ length: count }, () => this.pick(from)))];
  }
}
