import { rmSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';

/** More than enough for what another process has sent already to be seen here, milliseconds. */
const settleTime = 100;

/** Lets the requests of a server come to their end. */
export class Drain {
  readonly #server: Server;
  /** With how many bytes had come when the last request and its answer were done: more are a request that is arriving. */
  readonly #connections = new Map<Socket, number>();
  readonly #inFlight = new Set<ServerResponse>();
  #draining = false;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#connections.set(socket, 0);
      socket.once('close', () => this.#connections.delete(socket));
    });
    // Before the app, so that the header is there whatever the app does.
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      this.#inFlight.add(response);
      if (this.#draining) askToClose(response);
      response.once('close', () => {
        this.#inFlight.delete(response);
        this.#done(request);
      });
      // The body of a request that was answered early may come after the answer.
      request.once('close', () => this.#done(request));
    });
  }

  /** From now on every answer asks the client to close its connection; requests are still taken. */
  begin(): void {
    this.#draining = true;
    for (const response of this.#inFlight) askToClose(response);
  }

  /**
   * Takes no more connections, and waits for the requests in flight and those that are arriving.
   * @param timeout milliseconds, after which they are cut off.
   * @returns how many connections were cut off in the middle of a request.
   */
  async finish(timeout: number): Promise<number> {
    await this.#refuseConnections();
    // Not the close of HTTP servers: Node takes a connection for idle, and cuts it, when an answer has been
    // given but the client has not read all of it yet.
    const closed = new Promise<void>((resolve) =>
      NetServer.prototype.close.call(this.#server, () => resolve()),
    );
    void this.#closeIdle();
    let cut = 0;
    const timer = setTimeout(() => {
      cut = this.#connections.size - this.#idle().size;
      this.#server.closeAllConnections();
    }, timeout);
    await closed;
    clearTimeout(timer);
    return cut;
  }

  /** A request has been read, or answered. */
  #done({ socket }: IncomingMessage): void {
    if (this.#connections.has(socket)) this.#connections.set(socket, socket.bytesRead);
    if (!this.#server.listening) void this.#closeIdle();
  }

  /**
   * Closes the connections that stay idle for a moment. Not those that only look idle now: a request may have
   * been sent into one, a new one above all, and wait to be read.
   */
  async #closeIdle(): Promise<void> {
    const idle = this.#idle();
    await delay(settleTime);
    // Right after what has come was read.
    await nextTurn();
    const still = this.#idle();
    for (const [socket, read] of idle) if (still.get(socket) === read) socket.destroy();
  }

  /** Connections without a request, with how many bytes have come. */
  #idle(): Map<Socket, number> {
    const busy = new Set([...this.#inFlight].map(({ req }) => req.socket));
    const isIdle = ([socket, answered]: [Socket, number]) =>
      !busy.has(socket) && socket.bytesRead === answered;
    return new Map([...this.#connections].filter(isIdle));
  }

  /**
   * Without its name a Unix socket gets no new connections, while those in its queue are still taken.
   * A TCP port cannot do that: closing it resets the connections in the queue.
   */
  async #refuseConnections(): Promise<void> {
    const address = this.#server.address();
    if (typeof address !== 'string') return;
    rmSync(address, { force: true });
    await delay(settleTime);
  }
}

function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
