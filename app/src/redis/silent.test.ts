import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { loadSettings } from '@recipe-book/settings';
import { until } from '@recipe-book/test/until';
import { createLogger } from '../logging/logger.ts';
import { collectLines } from '../testing/log-lines.ts';
import { Redis } from './redis.ts';

let server: Server;
const sockets = new Set<Socket>();
let nodes: string;

/** Takes connections and says nothing, as a Redis that hangs does. */
beforeEach(async () => {
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    socket.resume();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  nodes = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

test.each([
  ['one server', () => ({ REDIS_URL: `redis://${nodes}` })],
  ['Sentinels', () => ({ REDIS_MODE: 'sentinel', REDIS_SENTINEL_MASTER: 'x', REDIS_NODES: nodes })],
  ['a cluster', () => ({ REDIS_MODE: 'cluster', REDIS_NODES: nodes })],
])(
  'closing waits for no answer of %s that never gave one, and leaves nothing open',
  async (_kind, text) => {
    const settings = loadSettings(text());
    const redis = new Redis(settings, createLogger(settings, collectLines().stream));
    redis.connect();
    await until('it has connected', 5, () => sockets.size > 0);
    const begin = performance.now();
    await redis.close();
    await until('all connections are closed', 1, () => sockets.size === 0);
    expect(performance.now() - begin).toBeLessThan(2000);
  },
);
