import type { Connection, mongo } from 'mongoose';

/** A command as it went to the database, and how long its answer took. */
export interface Command {
  readonly name: string;
  readonly command: mongo.Document;
  readonly ms: number;
}

/** Listens to what the driver sends; its connection must be opened with `monitorCommands`. */
export class CommandMeter {
  readonly #started = new Map<number, mongo.Document>();
  #commands: Command[] = [];

  constructor(connection: Connection) {
    const client = connection.getClient();
    client.on('commandStarted', ({ requestId, command }) => this.#started.set(requestId, command));
    client.on('commandSucceeded', ({ requestId, commandName, duration }) => {
      const command = this.#started.get(requestId);
      this.#started.delete(requestId);
      if (command) this.#commands.push({ name: commandName, command, ms: duration });
    });
    client.on('commandFailed', ({ requestId }) => this.#started.delete(requestId));
  }

  /** The commands of a piece of work; nothing else may use the connection meanwhile. */
  async during(work: () => Promise<unknown>): Promise<readonly Command[]> {
    this.#commands = [];
    await work();
    return this.#commands;
  }
}
