/** What is undone at the end, the last first, whatever has happened. */
export class Cleanup {
  readonly #tasks: (() => void)[] = [];

  /** To be called before what the task undoes is begun: half of it may be done when it fails. */
  add(task: () => void): void {
    this.#tasks.push(task);
  }

  /** Runs each task once. One that fails keeps none of the others from running. @returns what they failed with. */
  run(): unknown[] {
    const errors: unknown[] = [];
    for (const task of this.#tasks.splice(0).toReversed()) {
      try {
        task();
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  }
}
