import fc from 'fast-check';
import { type StoredList, storedListFields } from '../shopping-lists/stored-list.ts';
import { startApp, type TestApp } from '../testing/app.ts';
import { OwnedStore } from './owned-store.ts';

const owner = 'a'.repeat(24);

let app: TestApp;
let lists: OwnedStore<StoredList>;
beforeAll(async () => {
  app = await startApp();
  const { owned } = app.services.planning;
  const model = owned.find(({ modelName }) => modelName === 'ShoppingList');
  if (!model) throw new Error('There is no model of shopping lists.');
  lists = new OwnedStore(model, storedListFields);
}, 30_000);
afterAll(() => app.stop());

// Few values, so that much stays as it was.
const at = fc.nat(2);
const text = fc.constantFrom('', 'milk', '2.5');
const item = fc.record(
  {
    id: fc.constantFrom('x', 'y'),
    addedAt: at,
    name: fc.record({ value: text, at }),
    amount: fc.record({
      value: fc.record({ quantity: fc.nat(2), unit: text }, { requiredKeys: [] }),
      at,
    }),
    note: fc.record({ value: fc.option(text), at }),
    checked: fc.record({ value: fc.boolean(), at }),
    recipeIds: fc.array(fc.constantFrom('b'.repeat(24), 'c'.repeat(24)), {
      minLength: 1,
      maxLength: 2,
    }),
  },
  { requiredKeys: ['id'] },
);
const list = fc.record(
  {
    name: fc.constantFrom('Week', 'Feast'),
    isActive: fc.boolean(),
    activatedAt: at,
    items: fc.array(item, { maxLength: 4 }),
    forgottenAt: at,
    itemCount: at,
    checkedCount: at,
  },
  { requiredKeys: ['name', 'isActive', 'items', 'itemCount', 'checkedCount'] },
);

test('a thing that is changed is as if it had been made so', async () => {
  await fc.assert(
    fc.asyncProperty(list, list, async (before, after) => {
      const { id } = await lists.create(owner, before);
      const changed = await lists.update(owner, id, undefined, () => after);
      const made = await lists.create(owner, after);
      expect(fieldsOf(changed)).toEqual(fieldsOf(made));
      expect(fieldsOf(await lists.find(owner, id))).toEqual(fieldsOf(made));
      expect(changed?.version).toBe(2);
    }),
  );
});

test('a change of an element is made anew when others have moved it meanwhile', async () => {
  const items = ['milk', 'bread'].map((id) => ({ id, addedAt: 1 }));
  const empty = { name: 'Week', isActive: false, itemCount: 2, checkedCount: 0 };
  const { id } = await lists.create(owner, { ...empty, items });
  const removeMilk = () =>
    lists.update(owner, id, undefined, (now) => ({
      ...now,
      items: now.items.filter((one) => one.id !== 'milk'),
    }));
  const meanwhile = [removeMilk];
  await lists.update(owner, id, undefined, async (now) => {
    await meanwhile.pop()?.();
    const checked = { value: true, at: 2 };
    return {
      ...now,
      items: now.items.map((one) => (one.id === 'bread' ? { ...one, checked } : one)),
    };
  });
  const left = await lists.find(owner, id);
  expect(left?.items).toEqual([{ id: 'bread', addedAt: 1, checked: { value: true, at: 2 } }]);
});

function fieldsOf<T extends object>(thing: T | undefined) {
  const {
    id: _,
    version: __,
    createdAt: ___,
    updatedAt: ____,
    ...fields
  } = thing as T & {
    readonly [name in 'id' | 'version' | 'createdAt' | 'updatedAt']?: unknown;
  };
  return fields;
}
