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

test('after a sign-out nothing is kept, and nobody owns anything; the app itself stays', async () => {
  await caches.open('workbox-precache-v2');
  await keepFor('ada');
  await caches.open(keptCache('pictures', 'ada'));
  await forgetKept();
  expect(await keptOwner()).toBeUndefined();
  expect(await caches.keys()).toEqual(['workbox-precache-v2']);
});
