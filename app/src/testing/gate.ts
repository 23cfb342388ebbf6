import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a database and can hold back what goes there: a network that is stuck. */
export class Gate {
  readonly uri: string;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  #onData = (_data: string | Buffer): void => {};

  private constructor(uri: string, server: Server, sockets: Set<Socket>) {
    this.uri = uri;
    this.#server = server;
    this.#sockets = sockets;
  }

  /** @param uri of the database. */
  static async before(uri: string): Promise<Gate> {
    const { port, hostname } = new URL(uri);
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      sockets.add(socket);
      socket.pipe(onward).pipe(socket);
      for (const each of [socket, onward]) {
        each.on('error', () => {});
        each.once('close', () => {
          sockets.delete(socket);
          socket.destroy();
          onward.destroy();
        });
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    const through = new URL(uri);
    through.port = String(address.port);
    // Else the client would go on to the address that the database gives as its own.
    through.searchParams.set('directConnection', 'true');
    const gate = new Gate(through.href, server, sockets);
    server.on('connection', (socket) => socket.on('data', (data) => gate.#onData(data)));
    return gate;
  }

  /** Holds back what clients send. */
  close(): void {
    for (const socket of this.#sockets) socket.pause();
  }

  /** Holds back what clients send after a command, as soon as one has sent it. */
  closeAfter(command: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onData = (data) => {
      if (!data.includes(command)) return;
      this.#onData = () => {};
      this.close();
      resolve();
    };
    return promise;
  }

  /** Lets it through. */
  open(): void {
    for (const socket of this.#sockets) socket.resume();
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
