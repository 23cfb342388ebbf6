import type { Connection } from './connection/connection.ts';
import { Patience } from './patience.ts';
import { Room } from './room.ts';
import type { Store } from './store.ts';

/** Removes a key in one step, but only while it holds this value. */
const removeIfEqual =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

/** What Redis keeps for all instances. */
export class RedisStore implements Store {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #failed: (error: unknown) => void;
  readonly #patience: Patience;
  readonly #room: Room;

  /**
   * @param prefix stands before every key.
   * @param failed is told of every failure.
   * @param longestWait milliseconds for an answer.
   */
  constructor(
    connection: Connection,
    prefix: string,
    failed: (error: unknown) => void,
    longestWait: number,
  ) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#failed = failed;
    this.#patience = new Patience(longestWait);
    this.#room = new Room(() => this.#ask(() => connection.memory()));
  }

  async get(key: string): Promise<string | undefined> {
    return (await this.#ask(() => this.#connection.commands.get(this.#prefix + key))) ?? undefined;
  }

  async set(key: string, value: string, ttl: number): Promise<void> {
    const expiration = { type: 'PX', value: ttl } as const;
    await this.#ask(() => this.#connection.commands.set(this.#prefix + key, value, { expiration }));
  }

  hasRoom(): Promise<boolean> {
    return this.#room.left();
  }

  async lock(key: string, token: string, ttl: number): Promise<boolean> {
    const options = { condition: 'NX', expiration: { type: 'PX', value: ttl } } as const;
    try {
      const name = this.#lockOf(key);
      return (await this.#ask(() => this.#connection.commands.set(name, token, options))) !== null;
    } catch (error) {
      // Redis may carry it out later, for nobody; commands keep their order.
      this.#unlock(key, token).catch(this.#failed);
      throw error;
    }
  }

  async unlock(key: string, token: string): Promise<void> {
    await this.#ask(() => this.#unlock(key, token));
  }

  #unlock(key: string, token: string): Promise<unknown> {
    return this.#connection.commands.eval(removeIfEqual, {
      keys: [this.#lockOf(key)],
      arguments: [token],
    });
  }

  #lockOf(key: string): string {
    return `${this.#prefix}${key}:lock`;
  }

  async #ask<T>(command: () => Promise<T>): Promise<T> {
    try {
      return await this.#patience.ask(command);
    } catch (error) {
      this.#failed(error);
      throw error;
    }
  }
}
