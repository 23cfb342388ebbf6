import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A TCP proxy on loopback that can be slow, silent, or turn to another server. */
export class TcpProxy {
  /** Milliseconds by which each piece of data is held back, in one direction: from the client. */
  delay = 0;
  /** Where new connections go. */
  target: number;
  readonly #server: Server;
  readonly #pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();

  private constructor(target: number) {
    this.target = target;
    this.#server = createServer((client) => this.#join(client));
  }

  /** @param target port of the server behind it. */
  static async listen(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('It does not listen.');
    return address.port;
  }

  /** Forgets the open connections without a word to either side, as a host that lost its power does. */
  abandon(): void {
    for (const { client, server } of this.#pairs) {
      client.pause();
      server.pause();
      client.removeAllListeners('data');
      server.removeAllListeners('data');
    }
  }

  /** Closes the open connections. */
  hangUp(): void {
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server.destroy();
    }
  }

  close(): void {
    this.#server.close();
    this.hangUp();
  }

  #join(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    const pair = { client, server };
    this.#pairs.add(pair);
    let held: Promise<unknown> = Promise.resolve();
    client.on('data', (data) => {
      const late = this.delay > 0 ? wait(this.delay) : undefined;
      held = Promise.all([held, late]).then(() => server.write(data));
    });
    server.on('data', (data) => client.write(data));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => {
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
  }
}
