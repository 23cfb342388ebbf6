import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { basename } from 'node:path';
import { checkPorts } from './ports.ts';
import { freePort, script } from './testing.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(host: string, reusePort = false): Promise<number> {
  const server = createServer();
  servers.push(server);
  server.listen({ port: 0, host, reusePort });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port.');
  return address.port;
}

const needing = (port: number, name = 'web') =>
  script(name, '', { ports: [{ port, what: 'pages' }] });

it.each([
  ['all addresses', '0.0.0.0', false],
  ['the loopback address only', '127.0.0.1', false],
  ['a port shared by SO_REUSEPORT', '0.0.0.0', true],
])('names the part, the port and the program that holds it: %s', async (_, host, reusePort) => {
  const port = await listen(host, reusePort);
  const by =
    process.platform === 'linux' ? ` by ${basename(process.argv0)} (process ${process.pid})` : '';
  await expect(checkPorts([needing(port)])).rejects.toThrow(
    `Port ${port}, which web needs (pages), is in use${by}: stop that program or set another port.`,
  );
});

it('accepts a free port', async () => {
  await expect(checkPorts([needing(await freePort())])).resolves.toBeUndefined();
});

it('notices two parts with one port', async () => {
  const port = await freePort();
  await expect(checkPorts([needing(port), needing(port, 'api')])).rejects.toThrow(
    `web and api are both set to port ${port}.`,
  );
});
