import { createServer } from 'node:net';
import type { Part } from './part.ts';
import { portHolder } from './port-holder.ts';
import { SupervisorError } from './supervisor-error.ts';

/** Throws one sentence about the first port that is not free, before anything is started. */
export async function checkPorts(parts: readonly Part[]): Promise<void> {
  const owners = new Map<number, string>();
  for (const { name, ports } of parts) {
    for (const { port, what } of ports ?? []) {
      const other = owners.get(port);
      if (other) throw new SupervisorError(`${other} and ${name} are both set to port ${port}.`);
      owners.set(port, name);
      const code = await bindError(port);
      if (code === 'EADDRINUSE') {
        const holder = await portHolder(port);
        const by = holder ? ` by ${holder.program} (process ${holder.pid})` : '';
        throw new SupervisorError(
          `Port ${port}, which ${name} needs (${what}), is in use${by}: stop that program or set another port.`,
        );
      }
      if (code === 'EACCES') {
        throw new SupervisorError(
          `Port ${port}, which ${name} needs (${what}), may not be opened by this user: set a port above 1023.`,
        );
      }
    }
  }
}

/**
 * Listens on every kind of address for a moment, because a port may be taken on just one of them.
 * Node does not set SO_REUSEPORT, so a program that shares its port that way is noticed too.
 */
async function bindError(port: number): Promise<string | undefined> {
  for (const host of ['0.0.0.0', '127.0.0.1', '::']) {
    const code = await tryToListen(port, host);
    if (code === 'EADDRINUSE' || code === 'EACCES') return code;
  }
  return undefined;
}

function tryToListen(port: number, host: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  const ipv6Only = host === '::';
  server.listen({ port, host, ipv6Only, exclusive: true }, () =>
    server.close(() => resolve(undefined)),
  );
  return promise;
}
