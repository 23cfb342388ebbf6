import type { Settings } from '@recipe-book/settings';
import type { Logger } from '../logging/logger.ts';
import type { Channel } from './channel.ts';
import type { Connection } from './connection/connection.ts';
import { makeConnection } from './connection/open.ts';
import { measureCommands } from './measure.ts';
import { RedisStore } from './redis-store.ts';
import type { Store } from './store.ts';
import { throttled } from './throttled.ts';

/** Least time between two lines that say the same, milliseconds. */
const errorLogInterval = 30_000;

/** How long a store waits for an answer, milliseconds; what it spares takes about as long. */
const standardWait = 50;

/** Redis as an optional part: the app works without it, and takes it up again when it is back. */
export class Redis {
  readonly #connection: Connection;
  readonly #logger: Logger;
  readonly #prefix: string;
  readonly #waiting = new Map<string, (message: string) => void>();

  constructor(settings: Settings, logger: Logger) {
    this.#logger = logger;
    this.#prefix = settings.REDIS_KEY_PREFIX;
    measureCommands();
    this.#connection = makeConnection(settings, {
      failed: throttled(errorLogInterval, (error: unknown, skipped) => {
        logger.error({ error, skipped }, 'Redis does not answer; going on without it');
      }),
      ready: () => {
        logger.info('connected to Redis');
        this.#subscribe();
      },
    });
  }

  /** Begins to connect in the background, and never gives up. */
  connect(): void {
    this.#connection.connect().catch((error: unknown) => {
      this.#logger.debug({ error }, 'connecting to Redis was ended');
    });
  }

  /** Asks Redis for a sign of life. @throws when it gives none. */
  async ping(): Promise<void> {
    await this.#connection.commands.ping();
  }

  /**
   * A channel between all instances. While Redis is away its messages are lost, so they may only
   * make things faster that also happen without them.
   */
  channel(name: string): Channel {
    const full = `${this.#prefix}${name}`;
    return {
      publish: (message) => {
        if (!this.#connection.isReady) return;
        this.#connection.commands.publish(full, message).catch((error: unknown) => {
          this.#logger.debug({ error }, 'a message to the other instances was lost');
        });
      },
      listen: (listener) => {
        this.#waiting.set(full, listener);
        this.#subscribe();
      },
    };
  }

  /**
   * Values that all instances see, under keys of their own.
   * @param longestWait milliseconds for an answer of Redis.
   */
  store(name: string, longestWait = standardWait): Store {
    const failed = throttled(errorLogInterval, (error: unknown, skipped) => {
      this.#logger.warn({ error, skipped, store: name }, 'Redis failed; going on without it');
    });
    return new RedisStore(this.#connection, `${this.#prefix}${name}:`, failed, longestWait);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  /** Subscribes to what is not subscribed to yet; the client itself does it again after a lost connection. */
  #subscribe(): void {
    if (!this.#connection.isReady) return;
    for (const [name, listener] of this.#waiting) {
      this.#waiting.delete(name);
      this.#connection.commands
        .subscribe(name, listener)
        .catch(() => this.#waiting.set(name, listener));
    }
  }
}
