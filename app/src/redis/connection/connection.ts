import type { RedisClientType } from 'redis';

/** The commands that are needed. All keys of one have the same place, so a cluster knows which server to ask. */
export type Commands = Pick<
  RedisClientType,
  'eval' | 'get' | 'ping' | 'publish' | 'set' | 'subscribe'
>;

/** A way to Redis, whatever stands behind the address. */
export interface Connection {
  readonly commands: Commands;
  /** Whether commands can be sent now. */
  readonly isReady: boolean;
  /** What every server that takes writes says to `INFO memory`. */
  memory(): Promise<string[]>;
  /** Connects, and never gives up but for being closed. */
  connect(): Promise<void>;
  close(): Promise<void>;
}

/** Who wants to know how it goes. */
export interface Observer {
  /** Commands can be sent, the first time or again. */
  ready(): void;
  failed(error: unknown): void;
}
