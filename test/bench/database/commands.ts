import type { Database } from '../../../app/src/database/connection.ts';
import { isDatabaseAway } from '../../../app/src/database/errors.ts';

/** Listens to what the driver sends; its connection must be opened with `monitorCommands`. */
export class CommandMeter {
  #times: number[] = [];

  constructor({ connection }: Database) {
    const client = connection.getClient();
    client.on('commandSucceeded', ({ duration }) => this.#times.push(duration));
    client.on('commandFailed', ({ duration }) => this.#times.push(duration));
  }

  /**
   * How long the answer to each command of a piece of work took, milliseconds; nothing else may use the
   * connection meanwhile. Work that the database gave up for lack of time has taken that time.
   */
  async during(work: () => Promise<unknown>): Promise<readonly number[]> {
    this.#times = [];
    await work().catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
    });
    return this.#times;
  }
}
