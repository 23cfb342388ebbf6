import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** Stands before a database and can hold back what goes there, or lose what comes back: a network that fails. */
export class Gate {
  readonly uri: string;
  /** Name of the command whose answers are lost. */
  #lost: string | undefined;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  #onSent = (_sent: string | Buffer): void => {};

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
      // Before what passes the answer on.
      socket.on('data', (sent) => {
        gate.#onSent(sent);
        if (!gate.#loses(sent)) return;
        onward.prependOnceListener('data', () => socket.destroy());
      });
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
    return gate;
  }

  /** Holds back what clients send. */
  close(): void {
    for (const socket of this.#sockets) socket.pause();
  }

  /** Lets the database do such commands, but ends the connection before it has answered them. */
  loseAnswersTo(command: string): void {
    this.#lost = command;
  }

  /** Holds back what clients send after a command, as soon as one has sent it. */
  closeAfter(command: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onSent = (sent) => {
      if (!sent.includes(command)) return;
      this.#onSent = () => {};
      this.close();
      resolve();
    };
    return promise;
  }

  /** Lets everything through. */
  open(): void {
    this.#lost = undefined;
    for (const socket of this.#sockets) socket.resume();
  }

  stop(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #loses(sent: Buffer | string): boolean {
    return this.#lost !== undefined && sent.includes(this.#lost);
  }
}
