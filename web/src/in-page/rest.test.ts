/** @jest-environment jest-fixed-jsdom */

import { loadRest } from './rest.ts';

const { jest } = import.meta;

const html = `<template id="rest">
  <link rel="modulepreload" href="/a.js">
  <script type="module" src="/b.js"></script>
</template>`;

/** What has been fetched. */
const fetched = () =>
  [...document.head.querySelectorAll('link, script')].map(({ localName }) => localName);

/** What asks the browser about paints. */
const observe = jest.fn();
let tellOfPaint: () => void = () => undefined;
class Observer {
  observe = observe;
  constructor(told: () => void) {
    tellOfPaint = told;
  }
}

beforeEach(() => {
  // jsdom has none.
  Object.assign(globalThis, { PerformanceObserver: Observer });
  jest.useFakeTimers();
  document.head.innerHTML = html;
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'PerformanceObserver');
});

test('what a page holds back is fetched after its first paint, each in a task of its own', async () => {
  const frame = jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  void loadRest();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(fetched()).toEqual([]);
  frame.mock.calls[0]?.[0](0);
  await jest.advanceTimersByTimeAsync(900);
  expect(fetched()).toEqual([]);
  expect(observe).toHaveBeenCalledWith({ type: 'paint', buffered: true });
  tellOfPaint();
  const tasks = jest.spyOn(globalThis, 'setTimeout');
  await jest.runAllTimersAsync();
  expect(fetched()).toEqual(['link', 'script']);
  expect(tasks).toHaveBeenCalledTimes(2);
});

test('a paint of the page’s beginning is not yet that of what can be read', async () => {
  const frame = jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const state = jest.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
  void loadRest();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(frame).not.toHaveBeenCalled();
  state.mockReturnValue('interactive');
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await jest.advanceTimersByTimeAsync(0);
  expect(frame).toHaveBeenCalledTimes(1);
});

test('in a browser that tells nobody of paints, it is fetched a second after the first frame', async () => {
  const frame = jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  void loadRest();
  frame.mock.calls[0]?.[0](0);
  await jest.advanceTimersByTimeAsync(900);
  expect(fetched()).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(fetched()).toEqual(['link', 'script']);
});

test('a page in a tab behind others waits for no paint, which it would not get', async () => {
  jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await loadRest();
  expect(fetched()).toEqual(['link', 'script']);
});

test('a script that does not come is told of, and what stands in the page stays', async () => {
  document.body.innerHTML =
    '<div id="root"><article class="recipe">Soup</article></div><div id="not-loaded" hidden>Load again</div>';
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await loadRest();
  document.head.querySelector('link')?.dispatchEvent(new Event('error'));
  expect(document.querySelector<HTMLElement>('#not-loaded')?.hidden).toBe(true);
  document.head.querySelector('script')?.dispatchEvent(new Event('error'));
  expect(document.querySelector<HTMLElement>('#not-loaded')?.hidden).toBe(false);
  expect(document.querySelector('#root')?.textContent).toBe('Load againSoup');
});
