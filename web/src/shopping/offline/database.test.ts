import 'fake-indexeddb/auto';
import { editOf, itemNamed, listId, listOf } from '../testing/lists.ts';
import type { Database } from './database.ts';
import { databaseName, forgetShopping } from './forget.ts';
import { IndexedDatabase } from './indexed-database.ts';
import { MemoryDatabase } from './memory-database.ts';

let signedIn: string | undefined;

async function opened(owner: string): Promise<IndexedDatabase> {
  signedIn = owner;
  const database = new IndexedDatabase(owner, () => signedIn === owner);
  await database.open();
  return database;
}

let users = 0;
const databases: [what: string, make: () => Promise<Database>][] = [
  ['IndexedDB', () => opened(`user ${++users}`)],
  ['memory', async () => new MemoryDatabase()],
];

describe.each(databases)('in %s', (_what, make) => {
  test('changes are kept in order until they are settled', async () => {
    const database = await make();
    await database.add(listId, editOf(1));
    await database.add(listId, editOf(2));
    const { waiting } = await database.read();
    expect(waiting.map(({ change }) => change)).toEqual([editOf(1), editOf(2)]);
    const answer = listOf([itemNamed(1, 'milk', { checked: true })], { version: 2 });
    await database.settle([waiting[0]?.number ?? 0], answer);
    expect(await database.read()).toEqual({ lists: [answer], waiting: waiting.slice(1) });
  });

  test('an older version of a list replaces no newer one', async () => {
    const database = await make();
    const newer = listOf([], { version: 3 });
    await database.keep(newer);
    await database.keep(listOf([itemNamed(1, 'milk')], { version: 2 }));
    expect((await database.read()).lists).toEqual([newer]);
  });

  test('a list that is no more takes with it what waits for it', async () => {
    const database = await make();
    const other = listOf([], { id: 'c'.repeat(24) });
    for (const list of [listOf([]), other]) {
      await database.keep(list);
      await database.add(list.id, editOf(1));
    }
    await database.forget(listId);
    const { lists, waiting } = await database.read();
    expect(lists).toEqual([other]);
    expect(waiting).toMatchObject([{ listId: other.id }]);
  });
});

test('another tab and another visit of the same person find the same', async () => {
  const first = await opened('ada');
  await first.keep(listOf([]));
  await first.add(listId, editOf(1));
  expect(await (await opened('ada')).read()).toEqual(await first.read());
});

test('another person finds nothing, and a tab that is still the former’s neither reads nor writes theirs', async () => {
  const ada = await opened('ada');
  await ada.keep(listOf([]));
  await ada.add(listId, editOf(1));
  const grace = await opened('grace');
  const nothing = { lists: [], waiting: [] };
  expect(await grace.read()).toEqual(nothing);
  await ada.add(listId, editOf(2));
  expect(await grace.read()).toEqual(nothing);
  await grace.add(listId, editOf(3));
  expect(await ada.read()).toEqual(nothing);
});

test('who signs out leaves nothing, also in tabs that are open', async () => {
  const tabs = [await opened('ada'), await opened('ada')];
  for (const tab of tabs) await tab.add(listId, editOf(1));
  forgetShopping();
  expect(await (await opened('ada')).read()).toEqual({ lists: [], waiting: [] });
});

/** Once no tab has it open any more, the database is gone. */
function cleared(): Promise<void> {
  return new Promise((resolve) => {
    indexedDB.deleteDatabase(databaseName).onsuccess = () => resolve();
  });
}

test('when the browser has cleared the site’s data, what is done next is kept', async () => {
  const ada = await opened('ada');
  await ada.keep(listOf([]));
  await cleared();
  await ada.add(listId, editOf(1));
  const { lists, waiting } = await ada.read();
  expect(lists).toEqual([]);
  expect(waiting).toMatchObject([{ listId, change: editOf(1) }]);
});

test('a tab that has not heard yet of a sign-out leaves nothing behind', async () => {
  const ada = await opened('ada');
  signedIn = undefined;
  await cleared();
  await ada.add(listId, editOf(1));
  expect(await ada.read()).toEqual({ lists: [], waiting: [] });
  expect(await (await opened('ada')).read()).toEqual({ lists: [], waiting: [] });
});
