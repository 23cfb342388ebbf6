import { openApp } from './notifications.ts';
import { type AppWindow, scope } from './scope.ts';

/** A browser in which so many windows of the app are open. @returns what was done, in words. */
function browserWith(count: number): string[] {
  const done: string[] = [];
  const windows = Array.from(
    { length: count },
    (_, at): AppWindow => ({
      postMessage: () => undefined,
      focus: async () => done.push(`focus ${at}`),
    }),
  );
  Object.assign(scope, {
    clients: {
      get: async () => undefined,
      matchAll: async () => windows,
      openWindow: async (path: string) => done.push(`open ${path}`),
    },
  });
  return done;
}

afterEach(() => {
  Reflect.deleteProperty(scope, 'clients');
});

test('a notification brings the window back that was looked at last', async () => {
  const done = browserWith(2);
  await openApp();
  expect(done).toEqual(['focus 0']);
});

test('without a window it opens the app', async () => {
  const done = browserWith(0);
  await openApp();
  expect(done).toEqual(['open /recipes']);
});
