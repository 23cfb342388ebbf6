import { Agent } from 'node:http';
import type { Socket } from 'node:net';

/** One connection that stays open, and how many bytes went over it. */
export class CountedAgent extends Agent {
  readonly #sockets: Socket[] = [];

  constructor() {
    super({ keepAlive: true });
  }

  override createConnection(...args: Parameters<Agent['createConnection']>) {
    const socket = super.createConnection(...args);
    this.#sockets.push(socket as Socket);
    return socket;
  }

  /** From the server to the client. */
  get received(): number {
    return this.#sockets.reduce((sum, socket) => sum + socket.bytesRead, 0);
  }

  get sent(): number {
    return this.#sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0);
  }
}
