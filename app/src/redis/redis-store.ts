import type { Connection } from './connection/connection.ts';
import { Patience } from './patience.ts';
import { Room } from './room.ts';
import type { Found, Store } from './store.ts';

/**
 * Gives the value of the first key, which may have come meanwhile; else 1 when the second, the lock, could be set, and 0
 * when somebody has it. In one step, so that nothing comes between.
 */
const lookAndLock = `
local value = redis.call('get', KEYS[1])
if value then return value end
return redis.call('set', KEYS[2], ARGV[1], 'nx', 'px', ARGV[2]) and 1 or 0`;

/** Removes a key in one step, but only while it holds this value. */
const removeIfEqual = `
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0`;

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

  async take(key: string, token: string, ttl: number): Promise<Found> {
    // Most are there, and looking is cheaper than a script.
    const value = await this.#ask(() => this.#connection.commands.get(this.#valueOf(key)));
    return value === null ? this.#lock(key, token, ttl) : { value };
  }

  async give(key: string, token: string, value: string, ttl: number): Promise<void> {
    const expiration = { type: 'PX', value: ttl } as const;
    const name = this.#valueOf(key);
    // Not by one script: a Redis whose default user has no rights refuses its own record of two writes when it starts.
    await this.#ask(() =>
      Promise.all([
        this.#connection.commands.set(name, value, { expiration }),
        this.#unlock(key, token),
      ]),
    );
  }

  hasRoom(): Promise<boolean> {
    return this.#room.left();
  }

  async #lock(key: string, token: string, ttl: number): Promise<Found> {
    const question = {
      keys: [this.#valueOf(key), this.#lockOf(key)],
      arguments: [token, `${ttl}`],
    };
    let isSent = false;
    try {
      const found = await this.#ask(() => {
        isSent = true;
        return this.#connection.commands.eval(lookAndLock, question);
      });
      return typeof found === 'string' ? { value: found } : { isOurs: found === 1 };
    } catch (error) {
      // Redis may carry it out later, for nobody; commands keep their order.
      if (isSent) this.#unlock(key, token).catch(this.#failed);
      throw error;
    }
  }

  #unlock(key: string, token: string): Promise<unknown> {
    const { commands } = this.#connection;
    return commands.eval(removeIfEqual, { keys: [this.#lockOf(key)], arguments: [token] });
  }

  // What stands in braces is what a cluster chooses the server by, so that value and lock have the same.

  #valueOf(key: string): string {
    return `${this.#prefix}{${key}}`;
  }

  #lockOf(key: string): string {
    return `${this.#valueOf(key)}:lock`;
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
