/** Work that has a result. */
export interface Flight<T> {
  readonly result: T;
  /** When what comes after the result is over; until then others are given the result. */
  readonly over?: Promise<unknown>;
}

/** Has work done once for all who ask for the same while it is under way. */
export class SingleFlight {
  readonly #flights = new Map<string, Promise<Flight<unknown>>>();

  /**
   * @param key the same for the same work.
   * @returns the result, and whether it was somebody else who started the work.
   */
  async run<T>(
    key: string,
    work: () => Promise<Flight<T>>,
  ): Promise<{ result: T; shared: boolean }> {
    // What has the same key has the same type.
    const flying = this.#flights.get(key) as Promise<Flight<T>> | undefined;
    if (flying) return { result: (await flying).result, shared: true };
    const flight = work();
    this.#flights.set(key, flight);
    const land = () => this.#flights.delete(key);
    flight.then(({ over }) => over).then(land, land);
    return { result: (await flight).result, shared: false };
  }
}
