import fc from 'fast-check';
import { aisles } from '../aisles/aisles.ts';
import { applied } from './apply.ts';
import type { Change } from './changes.ts';
import { shownItems } from './shown.ts';
import type { ItemState } from './state.ts';

const now = 1_000_000;
const ids = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
const recipe = fc.constantFrom('a'.repeat(24), 'b'.repeat(24));

// Few values, so that the same moment and the same item come up often.
const moment = fc.nat(6).map((step) => now - 3 + step);
const quantity = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const unit = fc.option(fc.constantFrom('g', 'kg'), { nil: undefined });
const name = fc.constantFrom('milk', 'bread');
const aisle = fc.constantFrom(...aisles.slice(0, 2));
const item = fc.record({
  name,
  quantity,
  unit,
  note: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  aisle: fc.option(aisle, { nil: undefined }),
  checked: fc.boolean(),
  recipeIds: fc.array(recipe, { maxLength: 2 }),
});
const fields = fc.record(
  {
    name,
    quantity: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
    unit: fc.constantFrom('g', 'kg'),
    note: fc.option(fc.constantFrom('x', 'y'), { nil: null }),
    aisle,
    checked: fc.boolean(),
  },
  { requiredKeys: [] },
);
const common = { itemId: fc.constantFrom(...ids), at: moment };
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), ...common, item }),
  fc.record({ kind: fc.constant('edit' as const), ...common, fields }),
  fc.record({ kind: fc.constant('remove' as const), ...common }),
);
const changes = fc.array(change, { maxLength: 12 });

function merged(items: ItemState[], list: Change[]): ItemState[] {
  return applied(items, list, now, 0);
}

/** The states without their order, which says nothing. */
function known(items: ItemState[]): ItemState[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

describe('merging', () => {
  test('comes to the same in whichever order changes and devices come', () => {
    fc.assert(
      fc.property(
        changes.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        fc.nat(12),
        ([list, shuffled], split) => {
          const inTwo = merged(merged([], shuffled.slice(0, split)), shuffled.slice(split));
          expect(known(inTwo)).toEqual(known(merged([], list)));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('changes nothing when the same changes come again', () => {
    fc.assert(
      fc.property(changes, fc.array(fc.nat(11)), (list, again) => {
        const once = merged([], list);
        const repeated = again.flatMap((index) => list[index] ?? []);
        expect(merged(once, repeated)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test('never brings a removed item back', () => {
    fc.assert(
      fc.property(changes, changes, fc.constantFrom(...ids), (before, after, itemId) => {
        const gone: Change = { kind: 'remove', itemId, at: now - 3 };
        const shown = shownItems(merged(merged([], [...before, gone]), after));
        expect(shown.map(({ id }) => id)).not.toContain(itemId);
      }),
      { numRuns: 300 },
    );
  });
});

const [id = ''] = ids;
const milk = { name: 'milk', checked: false, recipeIds: [] };
const add: Change = { kind: 'add', itemId: id, at: 100, item: milk };

function edit(at: number, values: (Change & { kind: 'edit' })['fields']): Change {
  return { kind: 'edit', itemId: id, at, fields: values };
}

describe('of two changes', () => {
  test('the later one counts, field by field', () => {
    const late = edit(300, { name: 'oat milk' });
    const early = edit(200, { name: 'soy milk', note: 'two' });
    expect(shownItems(merged([], [add, late, early]))).toMatchObject([
      { name: 'oat milk', note: 'two' },
    ]);
  });

  test('an older one does not untick an item', () => {
    const ticked = merged([], [add, edit(300, { checked: true })]);
    const late = merged(ticked, [edit(200, { checked: false, note: 'from offline' })]);
    expect(shownItems(late)).toMatchObject([{ checked: true, note: 'from offline' }]);
    expect(shownItems(merged(late, [edit(400, { checked: false })]))[0]?.checked).toBe(false);
  });

  test('in the same moment, ticking counts', () => {
    const both = [edit(300, { checked: true }), edit(300, { checked: false })];
    expect(shownItems(merged([], [add, ...both]))[0]?.checked).toBe(true);
  });

  test('quantity and unit come from the same one', () => {
    const both = [edit(200, { quantity: 500, unit: 'g' }), edit(300, { quantity: 1, unit: 'kg' })];
    expect(shownItems(merged([], [add, ...both]))).toMatchObject([{ quantity: 1, unit: 'kg' }]);
  });
});

test('a clock that runs ahead gives no advantage', () => {
  const ahead = merged([], [add, edit(now + 86_400_000, { name: 'ahead' })]);
  const later = applied(ahead, [edit(now + 1, { name: 'later' })], now + 1, 0);
  expect(shownItems(later)[0]?.name).toBe('later');
});

test('an addition of a clock that runs ahead undoes no edit when it comes again', () => {
  const ahead: Change = { ...add, at: now + 86_400_000 };
  const first = applied([], [ahead], now, 0);
  const ticked = applied(first, [edit(now + 1, { checked: true })], now + 1, 0);
  expect(applied(ticked, [ahead], now + 2, 0)).toEqual(ticked);
});

test('an edit that comes before its item waits for it', () => {
  const early = merged([], [edit(200, { checked: true })]);
  expect(shownItems(early)).toEqual([]);
  expect(shownItems(merged(early, [add]))).toMatchObject([{ name: 'milk', checked: true }]);
});
