import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';

/** A stand-in for the app, on a Unix socket. */
export interface TinyApp {
  /** `METHOD path` of every request that came, oldest first. */
  readonly seen: readonly string[];
  /** Has it take upgrades. @param take gets the connection, whose first bytes are to be read. */
  onUpgrade(take: (socket: Duplex) => void): void;
  /** Takes no connection, as an app that restarts: its socket is gone. */
  goAway(): Promise<void>;
  /** Takes no connection any more, but finishes what it has, as an app that shuts down. */
  leave(): void;
  /** Is there again. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

const { publicKey } = generateKeyPairSync('ed25519');
const nobodysKeys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'EdDSA' }] };

/**
 * Listens at a path and answers as it is told.
 * @param answer what to do with a request; the key set that Envoy fetches is answered besides.
 * @param keySet that key set (RFC 7517).
 */
export async function startTinyApp(
  path: string,
  answer: RequestListener,
  keySet: object = nobodysKeys,
): Promise<TinyApp> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/.well-known/jwks.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(keySet));
      return;
    }
    seen.push(`${request.method} ${request.url}`);
    if (!server.listening) response.setHeader('connection', 'close');
    answer(request, response);
  });
  // As in the app: longer than Envoy keeps an idle connection.
  server.keepAliveTimeout = 65_000;
  const comeBack = async () => {
    server.listen(path);
    await once(server, 'listening');
  };
  const goAway = async () => {
    await new Promise<void>((resolve) => {
      // It may be closed already.
      server.close(() => resolve());
      server.closeAllConnections();
    });
  };
  await comeBack();
  const onUpgrade = (take: (socket: Duplex) => void) => {
    server.on('upgrade', (request, socket, first) => {
      seen.push(`${request.method} ${request.url}`);
      if (first.length > 0) socket.unshift(first);
      take(socket);
    });
  };
  // As the app does it: the close of HTTP servers would cut answers that are not read yet.
  const leave = () => void NetServer.prototype.close.call(server);
  return {
    seen,
    onUpgrade,
    leave,
    comeBack,
    goAway,
    stop: goAway,
  };
}
