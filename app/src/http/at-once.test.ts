import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { limitAtOnce } from './at-once.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { answerErrors } from './errors.ts';
import { mount } from './mount.ts';
import { requestContext } from './request-context.ts';

const atOnce = { all: 2, each: 1 };
/** How many of one user may wait. */
const waiting = 32;

let server: Server;
let url: string;
let running: (() => void)[];
let received: number;
let over: number;

/** Answers when it is told to. */
function slow(): Endpoint {
  const description = {
    method: 'get',
    path: '/slow',
    operationId: 'beSlow',
    summary: 'Slow',
    tag: 'test',
    signedIn: false,
    atOnce,
    replies: {},
  } as const;
  return endpoint(description, async () => {
    await new Promise<void>((resolve) => running.push(resolve));
    return { status: 204 };
  });
}

beforeEach(async () => {
  running = [];
  received = 0;
  over = 0;
  const app = express();
  app.use(requestContext, mount([slow()], limitAtOnce), answerErrors({ error() {} } as never));
  server = app.listen(0, '127.0.0.1');
  server.on('request', (_request, response) => {
    received += 1;
    response.once('close', () => {
      over += 1;
    });
  });
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slow`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Asks as one of many users. */
function ask(user: number, signal?: AbortSignal): Promise<Response> {
  const claims = JSON.stringify({ sub: String(user).padStart(24, '0') });
  const headers = { 'x-jwt-payload': Buffer.from(claims).toString('base64url') };
  return fetch(url, { headers, ...(signal && { signal }) });
}

async function untilCounted(count: () => number, wanted: number): Promise<void> {
  for (let tries = 0; count() !== wanted && tries < 500; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(count()).toBe(wanted);
}

function untilRunning(count: number): Promise<void> {
  return untilCounted(() => running.length, count);
}

test('only so many are served at once, and the others after them', async () => {
  const answers = [1, 2, 3, 4, 5].map((user) => ask(user));
  for (const count of [2, 3, 4, 5]) {
    await untilRunning(count);
    running[count - 2]?.();
  }
  running.at(-1)?.();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses).toEqual([204, 204, 204, 204, 204]);
});

test('one user does not take all the places', async () => {
  const many = Array.from({ length: 5 }, () => ask(1));
  await untilCounted(() => received, 5);
  const other = ask(2);
  await untilRunning(2);
  running[1]?.();
  expect((await other).status).toBe(204);
  server.closeAllConnections();
  await Promise.allSettled(many);
});

test('whoever goes while waiting takes no turn and no place', async () => {
  const first = ask(1);
  await untilRunning(1);
  const leave = new AbortController();
  // As many as may wait.
  const gone = Array.from({ length: waiting }, () => ask(1, leave.signal));
  await untilCounted(() => received, 1 + gone.length);
  leave.abort();
  await Promise.allSettled(gone);
  await untilCounted(() => over, gone.length);
  const last = ask(1);
  await untilCounted(() => received, 2 + gone.length);
  running[0]?.();
  await untilRunning(2);
  running[1]?.();
  expect((await last).status).toBe(204);
  expect((await first).status).toBe(204);
});

test('when too many of a user wait, more are sent away for a while, but no others', async () => {
  const answers = Array.from({ length: 1 + waiting }, () => ask(1));
  await untilCounted(() => received, answers.length);
  const more = await ask(1);
  expect(more.status).toBe(503);
  expect(more.headers.get('retry-after')).toBe('5');
  expect((await more.json()).type).toBe('urn:recipe-book:problem:busy');
  const other = ask(2);
  await untilRunning(2);
  running[1]?.();
  expect((await other).status).toBe(204);
  server.closeAllConnections();
  await Promise.allSettled(answers);
});
