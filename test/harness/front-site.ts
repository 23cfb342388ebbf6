import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** A site before a stack's own, to have some of its answers otherwise. */
export interface FrontSite {
  readonly origin: string;
  close(): void;
}

/** Sends what the stack has answered. @param path that was asked for. */
export type Send = (
  path: string,
  answer: IncomingMessage,
  response: ServerResponse,
) => Promise<unknown>;

/** Passes everything on to a stack. @param port of its ingress. @param send by which each answer goes out. */
export async function frontSite(port: number, send: Send): Promise<FrontSite> {
  const passOn = async (asked: IncomingMessage, response: ServerResponse) => {
    const { url: path = '/', method, headers } = asked;
    for (const name of changing) delete headers[name];
    const passedOn = request({ port, path, method, headers });
    const answered = once(passedOn, 'response');
    await pipeline(asked, passedOn);
    const [answer]: IncomingMessage[] = await answered;
    if (answer) await send(path, answer, response);
  };
  const server = createServer((asked, response) => {
    // Whoever asks sees that there is no answer.
    passOn(asked, response).catch(() => response.destroy());
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
export function sendOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  return pipeline(answer, response);
}

/** What would have the stack answer with something else than the whole text. */
const changing = ['accept-encoding', 'if-none-match', 'if-modified-since', 'range'];
