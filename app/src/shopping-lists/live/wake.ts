/** Sleeps until it is woken, also when that was before. */
export class Wake {
  #woken = Promise.withResolvers<void>();

  readonly wake = (): void => this.#woken.resolve();

  /**
   * @param longest milliseconds to sleep at most.
   * @returns whether it was woken.
   */
  async sleep(longest: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(() => resolve(false), longest);
    const woken = await Promise.race([this.#woken.promise.then(() => true), promise]);
    clearTimeout(timer);
    if (woken) this.#woken = Promise.withResolvers();
    return woken;
  }
}
