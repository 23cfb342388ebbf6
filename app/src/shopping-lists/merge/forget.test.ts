import { applied } from './apply.ts';
import type { Change } from './changes.ts';
import { horizonAt, remembered } from './forget.ts';
import { shownItems } from './shown.ts';

const day = 86_400_000;
const now = 1000 * day;
const item = { name: 'milk', checked: false, recipeIds: [] };

function idOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
function add(index: number, at: number): Change {
  return { kind: 'add', itemId: idOf(index), at, item };
}
function remove(index: number, at: number): Change {
  return { kind: 'remove', itemId: idOf(index), at };
}

test('what was removed long ago is forgotten, and still does not come back', () => {
  const old = now - 91 * day;
  const items = applied([], [add(1, old), remove(1, old), add(2, old)], now, 0);
  const kept = remembered(items, now, undefined);
  expect(kept.items.map(({ id }) => id)).toEqual([idOf(2)]);
  const horizon = horizonAt(now, kept.forgottenAt);
  expect(shownItems(applied(kept.items, [add(1, old)], now, horizon))).toHaveLength(1);
});

test('what was removed lately is remembered', () => {
  const items = applied([], [add(1, now - day), remove(1, now - day)], now, 0);
  expect(remembered(items, now, undefined).items).toEqual(items);
});

test('of too many removed items the oldest are forgotten, and still do not come back', () => {
  const changes = Array.from({ length: 2100 }, (_, index) => remove(index, now - 3000 + index));
  const kept = remembered(applied([], changes, now, 0), now, undefined);
  expect(kept.items.length).toBeLessThanOrEqual(2000);
  const horizon = horizonAt(now, kept.forgottenAt);
  const again = changes.map((_, index) => add(index, now - 3000 + index));
  expect(shownItems(applied(kept.items, again, now, horizon))).toEqual([]);
});
