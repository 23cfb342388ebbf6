import fc from 'fast-check';
import { Types } from 'mongoose';
import { type StoredList, storedListFields } from '../shopping-lists/stored-list.ts';
import { startApp, type TestApp } from '../testing/app.ts';
import { type OwnedModel, OwnedStore } from './owned-store.ts';

const owner = 'a'.repeat(24);

let app: TestApp;
let models: readonly OwnedModel[];
beforeAll(async () => {
  app = await startApp();
  models = app.services.planning.owned;
}, 30_000);
afterAll(() => app.stop());

function modelOf(name: string): OwnedModel {
  const model = models.find(({ modelName }) => modelName === name);
  if (!model) throw new Error(`There is no model ${name}.`);
  return model;
}

// Few values, so that much stays as it was.
const at = fc.nat(2);
const name = fc.constantFrom('Week', 'Feast');
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
    name,
    isActive: fc.boolean(),
    activatedAt: at,
    items: fc.array(item, { maxLength: 4 }),
    forgottenAt: at,
    itemCount: at,
    checkedCount: at,
  },
  { requiredKeys: ['name', 'isActive', 'items', 'itemCount', 'checkedCount'] },
);

const recipeId = fc.constantFrom('b'.repeat(24), 'c'.repeat(24));
const collection = fc.record(
  { name, description: text, recipeIds: fc.array(recipeId, { maxLength: 3 }) },
  { requiredKeys: ['name', 'recipeIds'] },
);
const day = fc.constantFrom('2026-11-23', '2026-11-24');
const slot = fc.record(
  { date: day, meal: fc.constantFrom('lunch', 'dinner'), recipeId, servings: fc.nat(2) },
  { requiredKeys: ['date', 'meal'] },
);
const plan = fc.record(
  { name, startDate: day, endDate: day, slots: fc.array(slot, { maxLength: 3 }) },
  { requiredKeys: ['startDate', 'endDate', 'slots'] },
);

test.each<[string, fc.Arbitrary<Record<string, unknown>>, readonly string[]]>([
  ['ShoppingList', list, storedListFields],
  ['Collection', collection, ['name', 'description', 'recipeIds']],
  ['MealPlan', plan, ['name', 'startDate', 'endDate', 'slots']],
])('a %s that is changed is stored as if it had been made so', async (name, things, fields) => {
  const model = modelOf(name);
  const store = new OwnedStore<Record<string, unknown>>(model, fields);
  // As the database has it: ids as text would look the same to the app, and not be found.
  const stored = async (id: string) => {
    const found = await model.collection.findOne({ _id: new Types.ObjectId(id) });
    return Object.fromEntries(fields.map((field) => [field, found?.[field]]));
  };
  await fc.assert(
    fc.asyncProperty(things, things, async (before, after) => {
      const { id } = await store.create(owner, before);
      const changed = await store.update(owner, id, undefined, () => after);
      const made = await store.create(owner, after);
      expect(await stored(id)).toEqual(await stored(made.id));
      expect(changed).toEqual(await store.find(owner, id));
      expect(changed?.version).toBe(2);
    }),
  );
});

/** A store as each instance has one. */
function listStore() {
  return new OwnedStore<StoredList>(modelOf('ShoppingList'), storedListFields);
}

const week: StoredList = {
  name: 'Week',
  isActive: false,
  items: ['milk', 'bread'].map((id) => ({ id, addedAt: 1 })),
  itemCount: 2,
  checkedCount: 0,
};

test('a change of an element is made anew when another instance has moved it meanwhile', async () => {
  const [one, other] = [listStore(), listStore()];
  const { id } = await one.create(owner, week);
  const removeMilk = () =>
    other.update(owner, id, undefined, (now) => ({
      ...now,
      items: now.items.filter((item) => item.id !== 'milk'),
    }));
  const meanwhile = [removeMilk];
  await one.update(owner, id, undefined, async (now) => {
    await meanwhile.pop()?.();
    const checked = { value: true, at: 2 };
    return {
      ...now,
      items: now.items.map((item) => (item.id === 'bread' ? { ...item, checked } : item)),
    };
  });
  const left = await one.find(owner, id);
  expect(left?.items).toEqual([{ id: 'bread', addedAt: 1, checked: { value: true, at: 2 } }]);
});

test('of many changes at once none is lost, and none is made twice', async () => {
  const lists = listStore();
  const { id } = await lists.create(owner, week);
  let edits = 0;
  const add = (item: string) =>
    lists.update(owner, id, undefined, (now) => {
      edits += 1;
      return { ...now, items: [...now.items, { id: item, addedAt: 1 }] };
    });
  const added = Array.from({ length: 50 }, (_, at) => `item ${at}`);
  await Promise.all(added.map(add));
  const left = await lists.find(owner, id);
  expect(left?.items.map((item) => item.id)).toEqual(['milk', 'bread', ...added]);
  expect(edits).toBe(50);
});
