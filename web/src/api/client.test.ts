import { createServer, type RequestListener, type Server } from 'node:http';
import { ApiError } from './api-error.ts';
import { createClient } from './client.ts';

let server: Server;
let answer: RequestListener;
let refused: (string | null)[];
let renewed: string | null;

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
  renewed = null;
});

function client(
  token: string | null = null,
  timeoutMs = 5_000,
  begun?: (path: string) => Promise<Response | undefined> | undefined,
) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return createClient({
    baseUrl: `http://127.0.0.1:${address.port}`,
    timeoutMs,
    token: async () => token,
    ...(begun && { begun }),
    renew: async (token) => {
      refused.push(token);
      return renewed;
    },
  });
}

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.catch((error: unknown) => error);
  if (!(error instanceof ApiError)) throw new Error(`Not an ApiError: ${String(error)}`);
  return error;
}

test('an answer that was asked for ahead is taken, and a lost one asked for again', async () => {
  answer = (_request, response) => response.end('{"from":"the server"}');
  const ahead: Record<string, Promise<Response | undefined>> = {
    '/early': Promise.resolve(Response.json({ from: 'ahead' })),
    '/lost': Promise.resolve(undefined),
  };
  const call = client('abc', 5_000, (path) => ahead[path]);
  expect(await call('GET', '/early')).toEqual({ from: 'ahead' });
  for (const [method, path] of [
    ['GET', '/lost'],
    ['GET', '/other'],
    ['POST', '/early'],
  ] as const) {
    expect(await call(method, path)).toEqual({ from: 'the server' });
  }
});

test('an answer that was asked for ahead and never comes is given up like any other', async () => {
  const call = client('abc', 50, () => new Promise(() => undefined));
  expect(await failureOf(call('GET', '/early'))).toMatchObject({ status: 0, kind: 'timeout' });
  const leave = new AbortController();
  const left = client('abc', 5_000, () => {
    leave.abort(new Error('The page was left.'));
    return new Promise(() => undefined);
  });
  await expect(left('GET', '/early', { signal: leave.signal })).rejects.toThrow('was left');
});

test('who has no token yet waits for nothing that was asked for with it', async () => {
  answer = (_request, response) => response.end('{}');
  const call = client(null, 5_000, () => new Promise(() => undefined));
  await expect(call('GET', '/early')).resolves.toEqual({});
});

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
    kind: 'invalid',
    detail: 'The title is missing.',
    requestId: 'r-1',
    fields: [{ path: 'title', message: 'Required.' }],
  });
});

test('sends a request once more with a new token when its own is refused', async () => {
  renewed = 'new';
  const sent: (string | undefined)[] = [];
  answer = (request, response) => {
    sent.push(request.headers.authorization);
    response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end('{}');
  };
  await expect(client('old')('GET', '/api/recipes')).resolves.toEqual({});
  expect(refused).toEqual(['old']);
  expect(sent).toEqual(['Bearer old', 'Bearer new']);
});

test('a refusal is an error when there is no other token', async () => {
  answer = (_, response) => response.writeHead(401).end();
  expect(await failureOf(client('old')('GET', '/api/recipes'))).toMatchObject({ kind: 'signIn' });
  expect(await failureOf(client()('POST', '/api/auth/login', { body: {} }))).toMatchObject({
    status: 401,
  });
});

test('sends the version that a change is for, and the key of what is done once', async () => {
  answer = ({ headers }, response) =>
    response.end(JSON.stringify([headers['if-match'], headers['idempotency-key']]));
  await expect(
    client()('PUT', '/', { body: {}, ifMatch: 7, idempotencyKey: 'k-1' }),
  ).resolves.toEqual(['"7"', 'k-1']);
});

test('sends a file as it is', async () => {
  answer = async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    response.end(JSON.stringify([request.headers['content-type'], body]));
  };
  const body = new Blob(['bytes'], { type: 'image/webp' });
  await expect(client()('PUT', '/', { body })).resolves.toEqual(['image/webp', 'bytes']);
});

test('says so when a success is not JSON', async () => {
  answer = (_, response) => response.setHeader('x-request-id', 'r-2').end('<html>');
  expect(await failureOf(client()('GET', '/'))).toMatchObject({
    kind: 'unreadable',
    requestId: 'r-2',
  });
});

test('reports a broken connection as status 0', async () => {
  answer = (request) => request.socket.destroy();
  expect(await failureOf(client()('GET', '/'))).toMatchObject({
    status: 0,
    kind: 'offline',
  });
});

test('gives up an answer that stops half-way', async () => {
  answer = (_, response) => response.write('{"half":');
  expect(await failureOf(client(null, 100)('GET', '/'))).toMatchObject({
    status: 0,
    kind: 'timeout',
  });
});

test("rejects with the caller's own reason when the caller gives up", async () => {
  const giveUp = new AbortController();
  answer = () => giveUp.abort(new Error('The page was left.'));
  await expect(client()('GET', '/', { signal: giveUp.signal })).rejects.toThrow(
    'The page was left.',
  );
});
