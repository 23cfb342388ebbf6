import { createServer, type RequestListener, type Server } from 'node:http';
import { ApiError } from './api-error.ts';
import { createClient } from './client.ts';

let server: Server;
let answer: RequestListener;
let refused: string[];

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  refused = [];
});

function client(token: string | null = null, timeoutMs = 5_000) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return createClient({
    baseUrl: `http://127.0.0.1:${address.port}`,
    timeoutMs,
    token: () => token,
    onTokenRefused: (token) => refused.push(token),
  });
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.catch((error: unknown) => error);
  if (!(error instanceof ApiError)) throw new Error(`Not an ApiError: ${String(error)}`);
  return error;
}

test('sends JSON and the token, and answers the body', async () => {
  answer = async (request, response) => {
    const chunks = await request.toArray();
    response.end(
      JSON.stringify({
        method: request.method,
        path: request.url,
        type: request.headers['content-type'],
        authorization: request.headers.authorization,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      }),
    );
  };
  await expect(client('abc')('POST', '/api/recipes', { body: { title: 'Soup' } })).resolves.toEqual(
    {
      method: 'POST',
      path: '/api/recipes',
      type: 'application/json',
      authorization: 'Bearer abc',
      body: { title: 'Soup' },
    },
  );
});

test('sends neither a token nor a content type when there is none', async () => {
  answer = (request, response) => {
    const { authorization = null, 'content-type': type = null } = request.headers;
    response.end(JSON.stringify({ authorization, type }));
  };
  await expect(client()('GET', '/')).resolves.toEqual({ authorization: null, type: null });
});

test('takes an empty 204 for no value', async () => {
  answer = (_, response) => response.writeHead(204).end();
  await expect(client()('DELETE', '/')).resolves.toBeUndefined();
});

test('turns a problem document into an error with its fields and request id', async () => {
  answer = (_, response) =>
    response.writeHead(400, { 'content-type': 'application/problem+json' }).end(
      JSON.stringify({
        title: 'Invalid recipe',
        detail: 'The title is missing.',
        requestId: 'r-1',
        errors: [{ path: 'title', message: 'Required.' }],
      }),
    );
  expect(await failureOf(client()('GET', '/'))).toMatchObject({
    status: 400,
    title: 'Invalid recipe',
    detail: 'The title is missing.',
    requestId: 'r-1',
    fields: [{ path: 'title', message: 'Required.' }],
  });
});

test('tells which token was refused, and only when one was sent', async () => {
  answer = (_, response) => response.writeHead(401).end();
  await failureOf(client()('POST', '/api/auth/login', { body: {} }));
  expect(refused).toEqual([]);
  await failureOf(client('old')('GET', '/api/recipes'));
  expect(refused).toEqual(['old']);
});

test('says so when a success is not JSON', async () => {
  answer = (_, response) => response.setHeader('x-request-id', 'r-2').end('<html>');
  expect(await failureOf(client()('GET', '/'))).toMatchObject({
    title: 'Unreadable answer',
    requestId: 'r-2',
  });
});

test('reports a broken connection as status 0', async () => {
  answer = (request) => request.socket.destroy();
  expect(await failureOf(client()('GET', '/'))).toMatchObject({
    status: 0,
    title: 'No connection',
  });
});

test('gives up an answer that stops half-way', async () => {
  answer = (_, response) => response.write('{"half":');
  expect(await failureOf(client(null, 100)('GET', '/'))).toMatchObject({
    status: 0,
    title: 'No answer in time',
  });
});

test("rejects with the caller's own reason when the caller gives up", async () => {
  const giveUp = new AbortController();
  answer = () => giveUp.abort(new Error('The page was left.'));
  await expect(client()('GET', '/', { signal: giveUp.signal })).rejects.toThrow(
    'The page was left.',
  );
});
