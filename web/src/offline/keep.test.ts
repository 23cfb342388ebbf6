/** @jest-environment jest-fixed-jsdom */
import { keptUser } from '../auth/kept-user.ts';
import { session } from '../auth/session.ts';
import { FakeCaches } from '../testing/fake-caches.ts';
import { keepWhatIsSeen } from './keep.ts';
import { forgetKept, keepFor, keptCache, keptOwner } from './kept.ts';

const ada = { accessToken: 'a', user: { id: 'ada', email: 'ada@example.com', name: 'Ada' } };
const bob = { accessToken: 'b', user: { id: 'bob', email: 'bob@example.com', name: 'Bob' } };

let caches: FakeCaches;
beforeEach(() => {
  caches = new FakeCaches();
  Object.assign(globalThis, { caches });
  localStorage.clear();
  session.end('signed-out');
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'caches');
});

/** All is done in turn: this is, after what was asked for before. */
const settled = () => forgetKept('nobody');

test('what is kept is the signed-in person’s, until they sign out', async () => {
  session.begin(ada);
  await keepWhatIsSeen();
  expect(await keptOwner()).toBe('ada');
  session.begin(bob);
  await settled();
  expect(await keptOwner()).toBe('bob');
  session.end('signed-out');
  await settled();
  expect(await caches.keys()).toEqual([]);
});

test('what was left by a session that ended before goes at the start', async () => {
  await keepFor('ada');
  await caches.open(keptCache('data', 'ada'));
  await keepWhatIsSeen();
  expect(await caches.keys()).toEqual([]);
});

test('a tab that hears late of a sign-out leaves what is kept of who signed in elsewhere', async () => {
  session.begin(ada);
  await keepWhatIsSeen();
  // In another tab.
  keptUser.write(bob.user);
  await keepFor('bob');
  session.end('signed-out');
  await settled();
  expect(await keptOwner()).toBe('bob');
});

test('a tab where nobody is signed in takes nothing from who signed in elsewhere', async () => {
  keptUser.write(bob.user);
  await keepFor('bob');
  await keepWhatIsSeen();
  expect(await keptOwner()).toBe('bob');
});
