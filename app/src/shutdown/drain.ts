import type { Server, ServerResponse } from 'node:http';

/** Lets the requests of a server come to their end. */
export class Drain {
  readonly #server: Server;
  readonly #inFlight = new Set<ServerResponse>();
  #draining = false;

  constructor(server: Server) {
    this.#server = server;
    // Before the app, so that the header is there whatever the app does.
    server.prependListener('request', (_request, response: ServerResponse) => {
      this.#inFlight.add(response);
      if (this.#draining) askToClose(response);
      response.once('close', () => {
        this.#inFlight.delete(response);
        if (!server.listening) server.closeIdleConnections();
      });
    });
  }

  /** From now on every answer asks the client to close its connection; requests are still taken. */
  begin(): void {
    this.#draining = true;
    for (const response of this.#inFlight) askToClose(response);
  }

  /**
   * Takes no more connections, and waits for the requests in flight.
   * @param timeout milliseconds, after which they are cut off.
   * @returns how many were cut off.
   */
  async finish(timeout: number): Promise<number> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    let cut = 0;
    const timer = setTimeout(() => {
      cut = this.#inFlight.size;
      this.#server.closeAllConnections();
    }, timeout);
    await closed;
    clearTimeout(timer);
    return cut;
  }
}

function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
