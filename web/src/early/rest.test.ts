/** @jest-environment jest-fixed-jsdom */

const { jest } = import.meta;

const html = `<template id="rest">
  <link rel="modulepreload" href="/a.js">
  <script type="module" src="/b.js"></script>
</template>`;

/** What has been fetched. */
const fetched = () =>
  [...document.head.querySelectorAll('link, script')].map(({ localName }) => localName);

/** What asks the browser about paints. */
let onPaint: PerformanceObserverCallback | undefined;
const observe = jest.fn();
class Observer {
  constructor(callback: PerformanceObserverCallback) {
    onPaint = callback;
  }
  observe = observe;
}

beforeEach(() => {
  jest.resetModules();
  jest.useFakeTimers();
  // jsdom has none.
  Object.assign(globalThis, { PerformanceObserver: Observer });
  onPaint = undefined;
  document.head.innerHTML = html;
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'PerformanceObserver');
});

/** Whether it waits no longer. */
async function waiting(): Promise<() => boolean> {
  const { painted } = await import('./rest.ts');
  let isDone = false;
  void painted().then(() => {
    isDone = true;
  });
  await jest.advanceTimersByTimeAsync(0);
  return () => !isDone;
}

test('a page that holds scripts back waits for its first paint', async () => {
  const waits = await waiting();
  expect(observe).toHaveBeenCalledWith({ type: 'paint', buffered: true });
  await jest.advanceTimersByTimeAsync(900);
  expect(waits()).toBe(true);
  onPaint?.({} as PerformanceObserverEntryList, {} as PerformanceObserver);
  await jest.advanceTimersByTimeAsync(0);
  expect(waits()).toBe(false);
});

test('in a browser that tells nobody of paints it waits for a second', async () => {
  const waits = await waiting();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(waits()).toBe(false);
});

test('a page in a tab behind others waits for no paint, which it would not get', async () => {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const waits = await waiting();
  expect(waits()).toBe(false);
});

test('a page that holds nothing back does not wait', async () => {
  document.head.innerHTML = '';
  const waits = await waiting();
  expect(waits()).toBe(false);
});

test('what a page holds back is fetched each in a task of its own', async () => {
  const { loadRest } = await import('./rest.ts');
  const tasks = jest.spyOn(globalThis, 'setTimeout');
  void loadRest();
  expect(fetched()).toEqual([]);
  await jest.runAllTimersAsync();
  expect(fetched()).toEqual(['link', 'script']);
  expect(tasks).toHaveBeenCalledTimes(2);
});
