import { ApiError, type ErrorKind } from '../../api/api-error.ts';
import { editOf, itemId, itemNamed, listId, listOf } from '../testing/lists.ts';
import { TestServer } from '../testing/server.ts';
import type { Change, List } from '../types.ts';
import { ListStore } from './list-store.ts';
import { MemoryDatabase } from './memory-database.ts';
import { Sender } from './sender.ts';

const server = () => new TestServer(Date.now);
type Send = (changes: readonly Change[], signal: AbortSignal) => Promise<List>;

async function senderTo(send: Send, database = new MemoryDatabase()) {
  const store = new ListStore(database);
  await store.take(listOf([itemNamed(1, 'milk'), itemNamed(2, 'bread')]));
  const sender = new Sender({
    store,
    send: (_listId, changes, signal) => send(changes, signal),
    inTurn: (work) => work(),
  });
  opened.push(sender);
  return { store, sender };
}

const opened: Sender[] = [];
afterEach(() => {
  for (const sender of opened.splice(0)) sender.stop();
});

function failure(status: number, kind: ErrorKind, more: { retryAt?: number } = {}): ApiError {
  return new ApiError({ status, kind, ...more });
}

test('what waits is sent, and then nothing waits', async () => {
  const sent: Change[] = [];
  const { store, sender } = await senderTo(async (changes) => {
    sent.push(...changes);
    return server().sync(changes);
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  expect(sent).toMatchObject([{ kind: 'edit', itemId: itemId(1), fields: { checked: true } }]);
  expect(store.getSnapshot().unsent).toEqual([]);
  expect(sender.getSnapshot().phase).toBe('idle');
});

test('what is done while a request is under way goes with the next one', async () => {
  const requests: number[] = [];
  const { store, sender } = await senderTo(async (changes) => {
    requests.push(changes.length);
    if (requests.length === 1) await store.edit(listId, itemId(2), { checked: true });
    return listOf([itemNamed(1, 'milk'), itemNamed(2, 'bread')], { version: requests.length + 1 });
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  expect(requests).toEqual([1, 1]);
  expect(store.getSnapshot().unsent).toEqual([]);
});

test.each([
  ['no answer', failure(0, 'offline')],
  ['an error of the server', failure(503, 'server')],
  ['a session that cannot be renewed', failure(401, 'signIn')],
])('after %s it waits, and is sent when asked again', async (_what, error) => {
  let isDown = true;
  const { store, sender } = await senderTo(async (changes) => {
    if (isDown) throw error;
    return server().sync(changes);
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  expect(sender.getSnapshot()).toMatchObject({ phase: 'waiting', error });
  expect(store.list(listId)?.checkedCount).toBe(1);
  isDown = false;
  await sender.flush();
  expect(store.getSnapshot().unsent).toEqual([]);
});

test('after 429 nothing is sent before the server allows it', async () => {
  let requests = 0;
  const { store, sender } = await senderTo(async () => {
    requests += 1;
    throw failure(429, 'rateLimited', { retryAt: Date.now() + 60_000 });
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  await store.edit(listId, itemId(2), { checked: true });
  sender.notice();
  expect(requests).toBe(1);
  expect(sender.getSnapshot().retryAt).toBeGreaterThan(Date.now() + 59_000);
});

test('what the server refuses is given up and told, the rest is saved', async () => {
  const { store, sender } = await senderTo(async (changes) => {
    if (changes.some((change) => change.itemId === itemId(1))) throw failure(400, 'invalid');
    return listOf([itemNamed(2, 'bread', { checked: true })], { version: 2 });
  });
  await store.edit(listId, itemId(1), { checked: true });
  await store.edit(listId, itemId(2), { checked: true });
  await sender.flush();
  expect(store.getSnapshot().unsent).toEqual([]);
  expect(sender.getSnapshot().refused).toMatchObject([
    { listId, changes: [{ ...editOf(1), at: expect.any(String) }] },
  ]);
  sender.forgetRefused(listId);
  expect(sender.getSnapshot().refused).toEqual([]);
});

test('what waits for a list that is no more is given up with it', async () => {
  const { store, sender } = await senderTo(async () => {
    throw failure(404, 'notFound');
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  expect(store.getSnapshot()).toEqual({ lists: [], unsent: [] });
});

test('a sender that is stopped gives up its request, and sends nothing more', async () => {
  let requests = 0;
  const { store, sender } = await senderTo((_changes, signal) => {
    requests += 1;
    sender.stop();
    return Promise.reject(signal.reason);
  });
  await store.edit(listId, itemId(1), { checked: true });
  await sender.flush();
  await sender.flush();
  expect(requests).toBe(1);
  expect(store.getSnapshot().unsent).toHaveLength(1);
});
