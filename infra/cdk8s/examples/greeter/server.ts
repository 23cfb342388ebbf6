/** Greets over HTTP, on a Unix socket that Envoy beside it connects to. All it does for the platform is to say how it is. */
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const socket = process.env['SOCKET_PATH'] ?? '/run/greeter/app.sock';
const drainDelay = Number(process.env['SHUTDOWN_DRAIN_DELAY'] ?? 2000);
let ending = false;

const server = createServer((request, response) => {
  const [, first, name] = decodeURI(request.url ?? '').split('/');
  if (ending) response.setHeader('connection', 'close');
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (first === 'health') response.writeHead(ending && name === 'ready' ? 503 : 200).end();
  else if (first === 'greetings' && name) response.end(`Hello, ${name}!\n`);
  else response.writeHead(404).end('Ask for /greetings/your-name.\n');
});

// What a process that was killed has left would keep this one from listening.
rmSync(socket, { force: true });
server.listen(socket);

process.once('SIGTERM', async () => {
  ending = true;
  await delay(drainDelay);
  server.close();
});
