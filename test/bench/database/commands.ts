import type { Database } from '../../../app/src/database/connection.ts';
import { isDatabaseAway } from '../../../app/src/database/errors.ts';

/** A command as it went to the database, and how long its answer took. */
export interface Command {
  readonly name: string;
  readonly command: Readonly<Record<string, unknown>>;
  readonly ms: number;
}

/** What the driver tells of a command that is over, well or not. */
interface Ended {
  readonly requestId: number;
  readonly commandName: string;
  readonly duration: number;
}

/** Listens to what the driver sends; its connection must be opened with `monitorCommands`. */
export class CommandMeter {
  readonly #started = new Map<number, Command['command']>();
  #commands: Command[] = [];

  constructor({ connection }: Database) {
    const client = connection.getClient();
    client.on('commandStarted', ({ requestId, command }) => this.#started.set(requestId, command));
    client.on('commandSucceeded', (event) => this.#ended(event));
    client.on('commandFailed', (event) => this.#ended(event));
  }

  /**
   * The commands of a piece of work; nothing else may use the connection meanwhile. Work that the
   * database gave up for lack of time has taken that time.
   */
  async during(work: () => Promise<unknown>): Promise<readonly Command[]> {
    this.#commands = [];
    await work().catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
    });
    return this.#commands;
  }

  #ended({ requestId, commandName, duration }: Ended): void {
    const command = this.#started.get(requestId);
    this.#started.delete(requestId);
    if (command) this.#commands.push({ name: commandName, command, ms: duration });
  }
}
