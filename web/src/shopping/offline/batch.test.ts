import { editOf, itemId, listId } from '../testing/lists.ts';
import type { Change } from '../types.ts';
import { nextBatch } from './batch.ts';

const at = '2026-11-20T10:00:05.000Z';
const addition: Change = { kind: 'add', itemId: itemId(1), at, item: { name: 'milk' } };
const removal: Change = { kind: 'remove', itemId: itemId(1), at };

function waitingFor(...changes: Change[]) {
  return changes.map((change, index) => ({ number: index + 1, listId, change }));
}

test('nothing waits, nothing is sent', () => {
  expect(nextBatch([], 100)).toBeUndefined();
});

test('of a field that was set several times only the last value is sent', () => {
  const changes = [editOf(1, { checked: true, name: 'oat milk' }), editOf(1, { checked: false })];
  expect(nextBatch(waitingFor(...changes), 100)).toEqual({
    listId,
    changes: [editOf(1, { name: 'oat milk' }), editOf(1, { checked: false })],
    numbers: [1, 2],
  });
});

test('the edits of a new item wait until the server has it', () => {
  expect(nextBatch(waitingFor(addition, editOf(1)), 100)).toEqual({
    listId,
    changes: [addition],
    numbers: [1],
  });
});

test('of an item that was removed nothing else is sent', () => {
  expect(nextBatch(waitingFor(addition, editOf(1), removal), 100)).toEqual({
    listId,
    changes: [removal],
    numbers: [1, 2, 3],
  });
});

test('a request is for one list and so many items, oldest first', () => {
  const [first, second, third] = waitingFor(editOf(2), editOf(1), editOf(3));
  if (!first || !second || !third) throw new Error('There are three.');
  const other = { ...first, listId: 'c'.repeat(24) };
  expect(nextBatch([first, other, second, third], 2)?.numbers).toEqual([1, 2]);
  expect(nextBatch([other, second], 2)?.listId).toBe('c'.repeat(24));
});
