import { once } from 'node:events';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { type AppProcess, eventually, startAppProcess } from '../testing/app-process.ts';
import { startDatabase, type TestDatabase } from '../testing/database.ts';
import { startRedis, type TestRedis } from '../testing/redis.ts';

let database: TestDatabase;
let redis: TestRedis;
let app: AppProcess;

beforeAll(async () => {
  [database, redis] = await Promise.all([startDatabase(), startRedis()]);
}, 20_000);
afterAll(() => Promise.all([database.stop(), redis.stop()]));

async function start(text: Record<string, string>) {
  app = await startAppProcess({ MONGODB_URI: database.uri, REDIS_URL: redis.url, ...text });
  await eventually(
    () => fetch(`${app.url}/health/ready`),
    ({ ok }) => ok,
  );
}
afterEach(() => app.program.stop());

const account = JSON.stringify({
  email: 'ada@example.com',
  password: 'correct horse',
  name: 'Ada',
});

/** Sends the head of a request; the app then waits for the body. */
async function beginRegistration(): Promise<ClientRequest> {
  const request = httpRequest(`${app.url}/api/auth/register`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': account.length,
      expect: '100-continue',
    },
  });
  request.flushHeaders();
  await once(request, 'continue');
  return request;
}

async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  const [answer] = await once(request, 'response');
  return answer;
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with exit code 0', async (signal) => {
  await start({ SHUTDOWN_DRAIN_DELAY: '0' });
  app.program.signal(signal);
  expect(await app.program.ended).toBe(0);
});

test('is alive but not ready while it drains, still answers, and lets go of connections', async () => {
  await start({ SHUTDOWN_DRAIN_DELAY: '60000' });
  app.program.signal('SIGTERM');
  const notReady = await eventually(
    () => fetch(`${app.url}/health/ready`),
    ({ status }) => status === 503,
  );
  expect(await notReady.json()).toMatchObject({
    status: 'shutting down',
    checks: { database: 'ok', redis: 'ok' },
  });
  expect((await fetch(`${app.url}/health/live`)).status).toBe(200);
  const answer = await fetch(`${app.url}/api/recipes`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('connection')).toBe('close');
});

test('a request in flight finishes after the signal, on a database that is still there', async () => {
  await start({ SHUTDOWN_DRAIN_DELAY: '0' });
  const request = await beginRegistration();
  app.program.signal('SIGTERM');
  // The socket no longer listens: from here on only what is in flight keeps the app alive.
  await eventually(
    () =>
      fetch(`${app.url}/health/live`).then(
        () => false,
        () => true,
      ),
    (refused) => refused,
  );
  request.end(account);
  const answer = await answerTo(request);
  expect(answer.statusCode).toBe(201);
  expect(answer.headers.connection).toBe('close');
  expect(await json(answer)).toMatchObject({ user: { email: 'ada@example.com' } });
  expect(await app.program.ended).toBe(0);
});

test('a request that never finishes is cut off in the end', async () => {
  await start({ SHUTDOWN_DRAIN_DELAY: '0', SHUTDOWN_TIMEOUT: '1000' });
  const request = await beginRegistration();
  const failed = once(request, 'error');
  app.program.signal('SIGTERM');
  await failed;
  expect(await app.program.ended).toBe(0);
  expect(app.logLines()).toContainEqual(expect.objectContaining({ level: 'warn', requests: 1 }));
});
