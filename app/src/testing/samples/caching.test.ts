import { startApp, type TestApp } from '../app.ts';
import { operationsOf, send } from './operations.ts';
import { makeOwner } from './things.ts';

const never = 'no-store';
/** What answers to signed-in users or to secret links say, when they may be kept at all. */
const own = 'private, no-cache';

/** Operations whose answers may be kept longer or less long than others. */
const exceptions: Readonly<Record<string, string>> = {
  // Streams.
  'get /api/export': never,
  'get /api/shopping-lists/:id/events': never,
  // What is at an address never changes.
  'get /api/images/:key/:width.webp': 'private, max-age=31536000, immutable',
};

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 30_000);
afterAll(() => app.stop());

test('each operation says who may keep its answer', async () => {
  const seen: Record<string, unknown> = {};
  const expected: Record<string, string> = {};
  for (const { name, endpoint, sample } of operationsOf(app)) {
    const { headers, things } = await makeOwner(app, 'Ada');
    const answer = await send(app, endpoint, sample.request(things), headers);
    seen[name] = answer.headers['cache-control'];
    expected[name] = exceptions[name] ?? (endpoint.method === 'get' ? own : never);
  }
  expect(seen).toEqual(expected);
}, 60_000);
