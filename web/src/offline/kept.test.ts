import { FakeCaches } from '../testing/fake-caches.ts';
import { forgetKept, keepFor, keptCache, keptOwner } from './kept.ts';

let caches: FakeCaches;
beforeEach(() => {
  caches = new FakeCaches();
  Object.assign(globalThis, { caches });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'caches');
});

test('one person’s things are kept at a time', async () => {
  await keepFor('ada');
  await caches.open(keptCache('data', 'ada'));
  await keepFor('ada');
  expect(await caches.keys()).toContain('kept-data-ada');
  await keepFor('bob');
  expect(await keptOwner()).toBe('bob');
  expect(await caches.keys()).toEqual(['kept-owner']);
});

test('who signs out late takes nothing from who came after them', async () => {
  await keepFor('ada');
  await keepFor('bob');
  await caches.open(keptCache('data', 'ada'));
  await caches.open(keptCache('data', 'bob'));
  await forgetKept('ada');
  expect(await keptOwner()).toBe('bob');
  expect(await caches.keys()).toEqual(['kept-owner', 'kept-data-bob']);
});

test('nothing is kept of the former while their things go', async () => {
  await keepFor('ada');
  await caches.open(keptCache('data', 'ada'));
  const owners: (string | undefined)[] = [];
  const deleted = caches.delete.bind(caches);
  caches.delete = async (name) => {
    owners.push(await keptOwner());
    return deleted(name);
  };
  await keepFor('bob');
  expect(owners).toEqual(['bob']);
});

test('one is done after the other, in the order in which they were asked for', async () => {
  await Promise.all([keepFor('ada'), forgetKept('ada'), keepFor('bob'), keepFor('ada')]);
  expect(await keptOwner()).toBe('ada');
});

test('after a sign-out nothing is kept, and nobody owns anything; the app itself stays', async () => {
  await caches.open('workbox-precache-v2');
  await keepFor('ada');
  await caches.open(keptCache('pictures', 'ada'));
  await forgetKept('ada');
  expect(await keptOwner()).toBeUndefined();
  expect(await caches.keys()).toEqual(['workbox-precache-v2']);
});
