import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import express from 'express';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answerErrors } from './errors.ts';
import { mount } from './mount.ts';
import { receive } from './receive.ts';

const limit = 1000;
const one = { method: 'post', tag: 'test', signedIn: false, replies: {} } as const;
const endpoints = [
  endpoint(
    { ...one, path: '/json', operationId: 'json', summary: 'Take', body: z.unknown() },
    ({ body }) => ({ status: 200, body: JSON.stringify(body).length }),
  ),
  endpoint(
    { ...one, path: '/bytes', operationId: 'bytes', summary: 'Take', bytes: ['image/png'] },
    ({ body }) => ({ status: 200, body: body.length }),
  ),
];

let server: Server;
let port: number;
beforeAll(async () => {
  const app = express();
  app.use(
    mount(endpoints, (each) => receive(each, limit)),
    answerErrors({ error() {} } as never),
  );
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Begins a request whose body has no end yet. */
function begin(path: string, head: string, body: string): Socket {
  const type = path === '/json' ? 'application/json' : 'image/png';
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: test\r\nContent-Type: ${type}\r\n${head}\r\n\r\n${body}`,
  );
  return socket;
}

async function nextAnswer(socket: Socket): Promise<string> {
  return String((await once(socket, 'data'))[0]);
}

const chunk = (size: number) => `${size.toString(16)}\r\n${'1'.repeat(size)}\r\n`;
const small =
  'POST /json HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}';

test.each(['/json', '/bytes'])(
  'a body without a length at %s is refused as soon as it is too large, and the connection can go on',
  async (path) => {
    const socket = begin(path, 'Transfer-Encoding: chunked', chunk(600) + chunk(600));
    expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 413 /);
    socket.write(`${chunk(600)}0\r\n\r\n${small}`);
    expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  },
);

test.each(['/json', '/bytes'])(
  'a body at %s that says it is too large is refused before it comes, and the connection can go on',
  async (path) => {
    const socket = begin(path, 'Content-Length: 1001', '');
    expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 413 /);
    socket.write('1'.repeat(1001) + small);
    expect(await nextAnswer(socket)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  },
);
