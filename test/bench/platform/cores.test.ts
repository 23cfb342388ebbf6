import { isClientBound } from './cores.ts';

test('servers that leave cores idle wait for the client', () => {
  expect(isClientBound({ servers: 0.5, client: 1, mainThread: 0.5 }, 2)).toBe(true);
});

test('servers that take all that the client leaves do not', () => {
  expect(isClientBound({ servers: 1.6, client: 0.3, mainThread: 0.6 }, 2)).toBe(false);
});

test('nor does an app whose one thread can do no more', () => {
  expect(isClientBound({ servers: 1.1, client: 0.3, mainThread: 0.97 }, 2)).toBe(false);
});
