import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Longer than Envoy keeps an idle connection (30 s), so that it is never the app who closes one in use. */
const keepAliveTimeout = 65_000;

/**
 * Listens, and returns when the port is bound.
 * @throws when it cannot be bound.
 */
export async function listen(app: Express, host: string, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout, headersTimeout: keepAliveTimeout + 5000 }, app);
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
