import type { ShoppingList } from '../schemas.ts';
import { ListFeed, noChannel } from './feed.ts';
import { listEvents } from './stream.ts';

const listId = 'f'.repeat(24);

function listAt(version: number): ShoppingList {
  const time = new Date(0);
  const counts = { itemCount: 0, checkedCount: 0, items: [] };
  return {
    id: listId,
    version,
    name: 'x',
    isActive: true,
    ...counts,
    createdAt: time,
    updatedAt: time,
  };
}

/** A stream of a list whose version can be set. */
function open(times: { heartbeat: number; lifetime: number }) {
  const state = { version: 1 };
  const gone = new AbortController();
  const feed = new ListFeed(noChannel);
  const parts = {
    feed,
    listId,
    seen: undefined,
    times,
    read: async () => listAt(state.version),
    readVersion: async () => state.version,
  };
  const events = listEvents(parts, gone.signal)[Symbol.asyncIterator]();
  return { state, gone, feed, next: async () => (await events.next()).value };
}

test('a change that nobody told of is found at the next heartbeat', async () => {
  const { state, next, gone } = open({ heartbeat: 5, lifetime: 60_000 });
  expect(await next()).toMatch(/^retry: \d+\n\n$/);
  expect(await next()).toMatch(/^event: list\nid: 1\ndata: \{.*\}\n\n$/);
  expect(await next()).toBe(': still here\n\n');
  state.version = 2;
  expect(await next()).toMatch(/^event: list\nid: 2\n/);
  gone.abort();
  expect(await next()).toBeUndefined();
});

test('a stream ends when its time is over, when the client has gone, and when the app stops', async () => {
  const old = open({ heartbeat: 60_000, lifetime: 5 });
  const left = open({ heartbeat: 60_000, lifetime: 60_000 });
  const stopped = open({ heartbeat: 60_000, lifetime: 60_000 });
  for (const { next } of [old, left, stopped]) await Promise.all([next(), next()]);
  const ends = [old, left, stopped].map(({ next }) => next());
  left.gone.abort();
  stopped.feed.end();
  expect(await Promise.all(ends)).toEqual([undefined, undefined, undefined]);
});

test('a change between two looks is not missed', async () => {
  const { state, feed, next, gone } = open({ heartbeat: 60_000, lifetime: 60_000 });
  await next();
  await next();
  state.version = 2;
  feed.changed(listId);
  expect(await next()).toMatch(/id: 2/);
  gone.abort();
});
