import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stack's site as it will be: the files of the build stay as they are, since other tests use them too. */
export interface NextRelease {
  readonly origin: string;
  /** From now on the service worker is another one. */
  release(): void;
  close(): void;
}

/** Passes everything on to a stack. @param port of its ingress. */
export async function nextRelease(port: number): Promise<NextRelease> {
  let isOut = false;
  const server = createServer(async ({ url = '/', method, headers }, response) => {
    const isChanged = isOut && url === '/service-worker.js';
    if (isChanged) for (const name of changing) delete headers[name];
    const asked = request({ port, path: url, method, headers }).end();
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    if (!answer) return;
    if (isChanged) delete answer.headers['content-length'];
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response, { end: !isChanged });
    if (isChanged) answer.on('end', () => response.end('// another release\n'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    release: () => {
      isOut = true;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What would have the stack answer with something else than the whole text. */
const changing = ['accept-encoding', 'if-none-match', 'if-modified-since', 'range'];
