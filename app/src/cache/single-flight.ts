/** Has work done once for all who ask for the same while it is under way. */
export class SingleFlight {
  readonly #flights = new Map<string, Promise<unknown>>();

  /**
   * @param key the same for the same work.
   * @returns the result, and whether it was somebody else who started the work.
   */
  async run<T>(key: string, work: () => Promise<T>): Promise<{ result: T; shared: boolean }> {
    // What has the same key has the same type.
    const flying = this.#flights.get(key) as Promise<T> | undefined;
    if (flying) return { result: await flying, shared: true };
    const flight = work().finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return { result: await flight, shared: false };
  }
}
