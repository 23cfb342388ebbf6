import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '@recipe-book/test/program';
import { createClient, type RedisClientOptions } from 'redis';
import { lastingPort } from './ports.ts';
import { remember } from './running.ts';

export const loopback = '127.0.0.1';

/** Makes the config of a server for the place that it was given. */
export type MakeConfig = (placement: {
  readonly address: string;
  readonly port: number;
  readonly dataDir: string;
}) => string;

/** A Redis, or a Sentinel, in a folder of its own. */
export class TestServer {
  readonly port: number;
  readonly folder: string;
  readonly #args: readonly string[];
  readonly #admin: RedisClientOptions;
  #program: Program | undefined;

  private constructor(
    port: number,
    folder: string,
    args: readonly string[],
    admin: RedisClientOptions,
  ) {
    this.port = port;
    this.folder = folder;
    this.#args = args;
    this.#admin = admin;
  }

  /**
   * @param admin how `command` connects, besides the address.
   * @param isSentinel true for a Sentinel.
   */
  static async start(
    makeConfig: MakeConfig,
    admin: RedisClientOptions = {},
    isSentinel = false,
  ): Promise<TestServer> {
    const port = await lastingPort();
    const folder = mkdtempSync(join(tmpdir(), 'recipe-book-redis-'));
    const config = join(folder, 'redis.conf');
    writeFileSync(config, makeConfig({ address: loopback, port, dataDir: folder }), {
      mode: 0o600,
    });
    const args = isSentinel ? [config, '--sentinel'] : [config];
    const server = remember(new TestServer(port, folder, args, admin));
    await server.start();
    return server;
  }

  /** Starts it, the first time or again; its data and its address are as before. */
  async start(): Promise<void> {
    const ready = this.#args.includes('--sentinel') ? /\+monitor/ : /Ready to accept connections/;
    this.#program = await Program.start('redis-server', this.#args, ready);
  }

  /** Ends it. @param signal SIGKILL as a crash, SIGTERM as an operator would. */
  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.#program?.signal(signal);
    await this.#program?.ended;
    this.#program = undefined;
  }

  get running(): boolean {
    return this.#program !== undefined;
  }

  signal(name: NodeJS.Signals): void {
    this.#program?.signal(name);
  }

  get pid(): number {
    return this.#program?.pid ?? 0;
  }

  /** Ends it, if it runs, and removes its folder. */
  async stop(): Promise<void> {
    this.signal('SIGCONT');
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sends a command as an operator would. */
  async command(...words: string[]): Promise<unknown> {
    const client = this.client();
    await client.connect();
    try {
      return await client.sendCommand(words);
    } finally {
      client.destroy();
    }
  }

  /** A client that is not connected yet. @param options who it is, else the operator. */
  client(options: RedisClientOptions = this.#admin) {
    const socket = { ...options.socket, host: loopback, port: this.port, reconnectStrategy: false };
    const client = createClient({
      ...options,
      RESP: 2,
      disableClientInfo: true,
      maintNotifications: 'disabled',
      socket: socket as NonNullable<RedisClientOptions['socket']>,
    });
    // Whoever sends a command is told; here is nobody else to tell.
    return client.on('error', () => {});
  }
}
