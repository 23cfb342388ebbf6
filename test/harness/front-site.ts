import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site before a stack's own, to have some of its answers otherwise. */
export interface FrontSite {
  readonly origin: string;
  close(): void;
}

/** Sends what the stack has answered. @param path that was asked for. */
export type Send = (path: string, answer: IncomingMessage, response: ServerResponse) => unknown;

/** Passes everything on to a stack. @param port of its ingress. @param send by which each answer goes out. */
export async function frontSite(port: number, send: Send): Promise<FrontSite> {
  const server = createServer(async (asked, response) => {
    const { url: path = '/', method, headers } = asked;
    for (const name of changing) delete headers[name];
    const passedOn = asked.pipe(request({ port, path, method, headers }));
    const [answer]: IncomingMessage[] = await once(passedOn, 'response');
    if (answer) await send(path, answer, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Sends an answer as it is. */
export function sendOn(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

/** What would have the stack answer with something else than the whole text. */
const changing = ['accept-encoding', 'if-none-match', 'if-modified-since', 'range'];
