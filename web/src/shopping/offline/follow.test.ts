import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listId, listOf } from '../testing/lists.ts';
import type { List } from '../types.ts';
import { followList } from './follow.ts';

let server: Server;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Follows until the list is gone or `enough` lists have come. */
async function follow(enough: number, token: () => string = () => 'token') {
  const lists: List[] = [];
  const leaving = new AbortController();
  let isGone = false;
  await followList(
    listId,
    {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: async () => token(),
      renew: async () => 'renewed',
      version: () => lists.at(-1)?.version,
      onList: (list) => {
        lists.push(list);
        if (lists.length === enough) leaving.abort();
      },
      onGone: () => {
        isGone = true;
      },
    },
    leaving.signal,
  );
  return { versions: lists.map(({ version }) => version), isGone };
}

test('hears of changes, and comes back with what it knows when the stream ends', async () => {
  const known: unknown[] = [];
  answer = (request, response) => {
    known.push(request.headers['last-event-id']);
    response.setHeader('content-type', 'text/event-stream');
    response.end(`: still here\n\n${event('list', listOf([], { version: known.length }))}`);
  };
  expect(await follow(2)).toEqual({ versions: [1, 2], isGone: false });
  expect(known).toEqual([undefined, '1']);
});

test('renews a token that is refused', async () => {
  const tokens: unknown[] = [];
  answer = (request, response) => {
    tokens.push(request.headers.authorization);
    if (tokens.length === 1) response.writeHead(401).end();
    else response.end(event('list', listOf([])));
  };
  await follow(1);
  expect(tokens).toEqual(['Bearer token', 'Bearer renewed']);
});

test('tries again after an error', async () => {
  let requests = 0;
  answer = (_request, response) => {
    requests += 1;
    if (requests === 1) response.writeHead(503).end();
    else response.end(event('list', listOf([])));
  };
  expect((await follow(1)).versions).toEqual([1]);
});

test.each([
  ['by an event', (response: ServerResponse) => response.end(event('removed', { id: listId }))],
  ['by the answer', (response: ServerResponse) => response.writeHead(404).end()],
])('ends when it hears %s that the list is gone', async (_how, respond) => {
  answer = (_request, response) => void respond(response);
  expect(await follow(1)).toEqual({ versions: [], isGone: true });
});

test('lets go of the stream of a list that is gone', async () => {
  const closed = new Promise((resolve) => {
    answer = (_request, response) => {
      response.once('close', () => resolve('closed'));
      response.setHeader('content-type', 'text/event-stream');
      response.write(event('removed', {}));
    };
  });
  expect(await follow(1)).toEqual({ versions: [], isGone: true });
  expect(await closed).toBe('closed');
});
