import { setImmediate as nextTurn } from 'node:timers/promises';
import { Slots } from './slots.ts';

const limits = { atOnce: 2, atOnceEach: 1, waitingEach: 3, patience: 60_000 };

let started: string[];
let ends: Map<string, () => void>;

beforeEach(() => {
  started = [];
  ends = new Map();
});

afterEach(() => {
  // Those that still wait end when their turn comes.
  for (const resolve of ends.values()) resolve();
});

/** Runs a work that goes on until it is told to end; the first letter of its name is its user. */
function work(slots: Slots, name: string, gone?: AbortSignal): Promise<void> {
  const user = name.charAt(0);
  const { promise, resolve } = Promise.withResolvers<void>();
  ends.set(name, resolve);
  return slots.run(
    user,
    () => {
      started.push(name);
      return promise;
    },
    gone,
  );
}

async function end(name: string): Promise<void> {
  ends.get(name)?.();
  await nextTurn();
}

test('a user has only so many at once, while there is room for others', async () => {
  const slots = new Slots(limits);
  for (const name of ['a1', 'a2', 'b1']) void work(slots, name);
  expect(started).toEqual(['a1', 'b1']);
  await end('a1');
  expect(started).toEqual(['a1', 'b1', 'a2']);
});

test('users who wait take turns, however many works one has', async () => {
  const slots = new Slots({ ...limits, atOnce: 1 });
  const names = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'];
  for (const name of names) void work(slots, name);
  for (let done = 0; done < names.length; done += 1) await end(started[done] ?? '');
  expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('when too many of one user wait, only that user is sent away', async () => {
  const slots = new Slots({ ...limits, atOnce: 1 });
  for (const name of ['a1', 'a2', 'a3', 'a4']) void work(slots, name);
  await expect(work(slots, 'a5')).rejects.toThrow(expect.objectContaining({ name: 'TooBusy' }));
  void work(slots, 'b1');
  await end('a1');
  await end('a2');
  expect(started).toEqual(['a1', 'a2', 'b1']);
});

test('whoever goes while waiting makes room for others', async () => {
  const slots = new Slots({ ...limits, atOnce: 1, waitingEach: 1 });
  const leave = new AbortController();
  void work(slots, 'a1');
  const gone = work(slots, 'a2', leave.signal);
  leave.abort(new Error('gone'));
  await expect(gone).rejects.toThrow('gone');
  void work(slots, 'a3');
  await end('a1');
  expect(started).toEqual(['a1', 'a3']);
});

test('nobody waits for longer than patience lasts', async () => {
  const slots = new Slots({ ...limits, patience: 20 });
  void work(slots, 'a1');
  await expect(work(slots, 'a2')).rejects.toMatchObject({ name: 'TooBusy', retryAfter: 5 });
  await end('a1');
  void work(slots, 'a3');
  expect(started).toEqual(['a1', 'a3']);
});

test('a work that fails makes room as well', async () => {
  const slots = new Slots({ ...limits, atOnce: 1 });
  const failed = slots.run('a', () => Promise.reject(new Error('failed')));
  void work(slots, 'b1');
  await expect(failed).rejects.toThrow('failed');
  await nextTurn();
  expect(started).toEqual(['b1']);
});
