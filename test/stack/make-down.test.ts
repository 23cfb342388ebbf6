import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { call } from '../harness/client.ts';
import { type OwnStack, ownStack } from '../harness/own-stack.ts';
import { until } from '../harness/until.ts';
import { registerUser, type TestUser } from '../harness/users.ts';
import { root } from '../src/root.ts';

let stack: OwnStack;
let user: TestUser;
beforeAll(async () => {
  stack = await ownStack({});
  user = await registerUser(stack.port);
}, 60_000);
afterAll(() => stack.stop());

/** Begins to send a recipe. @returns what sends the rest, and the answer. */
function beginToSend(agent: http.Agent) {
  const body = JSON.stringify({ title: 'Slow soup' });
  const request = http.request({
    ...{ host: '127.0.0.1', port: stack.port, path: '/api/recipes', method: 'POST', agent },
    headers: {
      authorization: `Bearer ${user.token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  const answer = once(request, 'response') as Promise<[IncomingMessage]>;
  request.write(body.slice(0, 5));
  return { end: () => request.end(body.slice(5)), answer };
}

test('make down takes no new clients and finishes with those that are there', async () => {
  const agent = new http.Agent({ keepAlive: true });
  const slow = beginToSend(agent);
  const feed = http.get({
    ...{ host: '127.0.0.1', port: stack.port, path: await listFeed(), agent },
    headers: { authorization: `Bearer ${user.token}` },
  });
  const [events] = (await once(feed, 'response')) as [IncomingMessage];
  events.resume();
  const down = spawn('make', ['down'], {
    ...{ cwd: root, stdio: 'ignore' },
    env: { ...process.env, MAKEFLAGS: '', MFLAGS: '', MAKEOVERRIDES: '', ...stack.env },
  });
  const ended = once(down, 'exit');
  await until('new clients are refused', 10, () =>
    call({ port: stack.port, path: '/health/live' }).then(
      () => false,
      ({ code }) => code === 'ECONNREFUSED',
    ),
  );
  // A feed is never finished; the app ends it.
  await once(events, 'close');
  slow.end();
  const [{ statusCode, headers }] = await slow.answer;
  expect([statusCode, headers.connection]).toEqual([201, 'close']);
  expect(await ended).toEqual([0, null]);
  agent.destroy();
}, 60_000);

/** Path of the events of a shopping list. */
async function listFeed(): Promise<string> {
  const request = { port: stack.port, path: '/api/shopping-lists', method: 'POST' };
  const made = await call({ ...request, token: user.token, body: { name: 'Saturday' } });
  return `/api/shopping-lists/${made.json.id}/events`;
}
