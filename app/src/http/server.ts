import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type ListenOptions } from 'node:net';
import type { Settings } from '@recipe-book/settings';
import type { Express } from 'express';

/** Longer than Envoy keeps an idle connection (30 s), so that it is never the app who closes one in use. */
const keepAliveTimeout = 65_000;

/** Above what Envoy lets through (32 KB of headers and a few of its own), whose answer says more, bytes. */
const maxHeaderSize = 65_536;

/** Where to listen: SOCKET_PATH when it is set, else HOST and PORT. */
type Address = Pick<Settings, 'HOST' | 'PORT' | 'SOCKET_PATH'>;

/**
 * Listens, and returns when the socket is bound.
 * @throws when it cannot be bound.
 */
export async function listen(app: Express, address: Address): Promise<Server> {
  const headersTimeout = keepAliveTimeout + 5000;
  const server = createServer({ keepAliveTimeout, headersTimeout, maxHeaderSize }, app);
  // By default Node answers an unknown expectation itself, without a body.
  server.on('checkExpectation', app);
  server.listen(await listenOptions(address));
  await once(server, 'listening');
  return server;
}

/** Where a server listens, for the log. */
export function addressOf(server: Server): object {
  const address = server.address();
  if (typeof address === 'string') return { socket: address };
  return { host: address?.address, port: address?.port };
}

async function listenOptions({ HOST, PORT, SOCKET_PATH }: Address): Promise<ListenOptions> {
  if (SOCKET_PATH === undefined) return { host: HOST, port: PORT };
  if (!(await isServed(SOCKET_PATH))) await rm(SOCKET_PATH, { force: true });
  // The folder decides who may connect; Envoy may run as another user.
  return { path: SOCKET_PATH, writableAll: true };
}

/** A socket that a killed process left behind refuses connections, and may be removed. */
function isServed(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(path, () => resolve(true));
  socket.once('error', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
