import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes whatever Collectors send and keeps nothing of it: what a backend costs is not measured. */
export async function startBackend() {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.end());
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
