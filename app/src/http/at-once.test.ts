import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { limitAtOnce } from './at-once.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { answerErrors } from './errors.ts';
import { mount } from './mount.ts';

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
    atOnce: 2,
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
  app.use(mount([slow()], limitAtOnce), answerErrors({ error() {} } as never));
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
  const answers = Array.from({ length: 5 }, () => fetch(url));
  for (const count of [2, 3, 4, 5]) {
    await untilRunning(count);
    running[count - 2]?.();
  }
  running.at(-1)?.();
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(statuses).toEqual([204, 204, 204, 204, 204]);
});

test('whoever goes while waiting takes no turn', async () => {
  const first = [fetch(url), fetch(url)];
  await untilRunning(2);
  const leave = new AbortController();
  const gone = fetch(url, { signal: leave.signal });
  await untilCounted(() => received, 3);
  const last = fetch(url);
  await untilCounted(() => received, 4);
  leave.abort();
  await expect(gone).rejects.toThrow();
  await untilCounted(() => over, 1);
  running[0]?.();
  await untilRunning(3);
  running[2]?.();
  expect((await last).status).toBe(204);
  running[1]?.();
  await Promise.all(first);
});

test('when too many wait, more are sent away for a while', async () => {
  const answers = Array.from({ length: 2 + 32 }, () => fetch(url));
  await untilRunning(2);
  const more = await Promise.all(Array.from({ length: 40 }, () => refusedOrLost()));
  expect(more.some((answer) => answer?.status === 503)).toBe(true);
  expect(more.find((answer) => answer)?.headers.get('retry-after')).toBe('5');
  server.closeAllConnections();
  await Promise.allSettled(answers);

  /** Those that still find room are given up. */
  function refusedOrLost(): Promise<Response | undefined> {
    return fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  }
});
