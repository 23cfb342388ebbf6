import { FakeCaches } from '../../testing/fake-caches.ts';
import { boundedTo, withinAge } from './bounds.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.parse('2026-11-26T12:00:00Z');

function answer(ageMs: number): Response {
  return new Response('', { headers: { date: new Date(now - ageMs).toUTCString() } });
}

async function cacheOf(entries: [path: string, ageMs: number][]) {
  const caches = new FakeCaches();
  Object.assign(globalThis, { caches });
  const cache = await caches.open('kept');
  for (const [path, age] of entries) await cache.put(path, answer(age));
  return cache;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'caches');
});

test('an answer is shown for two months', () => {
  expect(withinAge(answer(59 * day), now)).toBeDefined();
  expect(withinAge(answer(61 * day), now)).toBeUndefined();
  expect(withinAge(new Response(''), now)).toBeUndefined();
  expect(withinAge(undefined, now)).toBeUndefined();
});

test('what was kept longest goes first when there is too much', async () => {
  const cache = await cacheOf([
    ['/a', 3 * day],
    ['/b', 2 * day],
    ['/c', day],
  ]);
  await boundedTo('kept', 2, now);
  expect(await cache.keys()).toEqual(['/b', '/c']);
});

test('what is too old goes, however little there is', async () => {
  const cache = await cacheOf([
    ['/a', 90 * day],
    ['/b', 70 * day],
    ['/c', day],
  ]);
  await boundedTo('kept', 300, now);
  expect(await cache.keys()).toEqual(['/c']);
});
