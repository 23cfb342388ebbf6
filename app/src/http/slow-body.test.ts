import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { z } from 'zod';
import { type Endpoint, endpoint } from './endpoint.ts';
import { answerErrors } from './errors.ts';
import { mount } from './mount.ts';
import { receive } from './receive.ts';
import type { BodyTimes } from './too-slow.ts';

/** Short, so that nobody has to wait for it. */
const times = { whole: 300, least: 1, grace: 60_000, pause: 300 };
/** Of a stream that is slow but does not stop. */
const longTimes = { ...times, whole: 100, pause: 10_000 };
/** Of a body that comes too slowly, but would be in time. */
const slowTimes = { ...times, whole: 60_000, least: 1000, grace: 200 };

let server: Server;
let port: number;

const description = {
  method: 'post',
  operationId: 'take',
  summary: 'Take',
  tag: 'test',
  signedIn: false,
  replies: {},
} as const;

/** By their paths, what they are allowed. */
const timesOf: Readonly<Record<string, BodyTimes>> = {
  '/json': times,
  '/slow-json': slowTimes,
  '/bytes': times,
  '/slow-bytes': slowTimes,
  '/stream': times,
  '/long-stream': longTimes,
};

/** Each says how long its body was. */
function takes(path: string): Endpoint {
  const one = { ...description, path, atOnce: { all: 1, each: 1 } };
  const types = ['image/png'];
  if (path.endsWith('json')) {
    return endpoint({ ...one, body: z.unknown() }, ({ body }) => {
      return { status: 200, body: JSON.stringify(body).length };
    });
  }
  if (path.endsWith('bytes')) {
    return endpoint({ ...one, bytes: types }, ({ body }) => ({ status: 200, body: body.length }));
  }
  return endpoint({ ...one, stream: types }, async ({ body }) => {
    let length = 0;
    for await (const part of body) length += part.length;
    return { status: 200, body: length };
  });
}

beforeEach(async () => {
  const app = express();
  const before = (each: Endpoint) => receive(each, 1000, timesOf[each.path]);
  const endpoints = Object.keys(timesOf).map(takes);
  app.use(mount(endpoints, before), answerErrors({ error() {} } as never));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Announces more than it sends. */
function begin(path: string, sent: string, length = 100): Socket {
  const type = path.endsWith('json') ? 'application/json' : 'image/png';
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: test\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${sent}`,
  );
  return socket;
}

test.each([
  ['/json', ''],
  ['/json', '{"a":'],
  ['/bytes', ''],
  ['/bytes', 'xxxx'],
  ['/stream', ''],
  ['/stream', 'xxxx'],
])('a body that stops at %s after "%s" is 408 and ends the connection', async (path, sent) => {
  const answer = await text(begin(path, sent));
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(answer).toMatch(/^Connection: close\r$/im);
  expect(answer).toContain('"status":408');
});

test.each(['/bytes', '/stream'])(
  'whoever stops at %s holds the only place for so long',
  async (path) => {
    const stopped = begin(path, 'x');
    const second = begin(path, 'x'.repeat(100));
    const [answer] = await once(second, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    second.destroy();
    stopped.destroy();
  },
);

test('a body of JSON holds no place while it arrives', async () => {
  const slow = begin('/slow-json', '{"a":');
  const second = begin('/slow-json', '{}', 2);
  const [answer] = await once(second, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
  slow.destroy();
});

test('a body that keeps others waiting must come at some speed', async () => {
  const socket = begin('/slow-bytes', 'x', 100);
  const drip = setInterval(() => socket.write('x'), 50);
  const answer = await text(socket).finally(() => clearInterval(drip));
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

test('a stream may take as long as it likes while it goes on', async () => {
  const socket = begin('/long-stream', 'x', 3);
  await wait(2 * longTimes.whole);
  socket.write('xx');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 [\s\S]*3$/);
  socket.destroy();
});
