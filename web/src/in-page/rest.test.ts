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
const observe = jest.fn<void, [options: object]>();
let tellOfPaint: (name?: string) => void = () => undefined;
class Observer {
  observe = observe;
  constructor(told: (paints: Pick<PerformanceObserverEntryList, 'getEntriesByName'>) => void) {
    tellOfPaint = (name = 'first-contentful-paint') =>
      told({ getEntriesByName: (asked) => (asked === name ? [{} as PerformanceEntry] : []) });
  }
}

/** Starts it, in a page that is whole at once. */
async function loadRestOfWholePage(): Promise<void> {
  void loadRest();
  await endPage();
}

/** The page is whole. */
async function endPage(): Promise<void> {
  document.dispatchEvent(new Event('DOMContentLoaded'));
  await jest.advanceTimersByTimeAsync(0);
}

const frames: FrameRequestCallback[] = [];
/** Draws the frame that was asked for. */
async function draw(): Promise<void> {
  frames.shift()?.(0);
  await jest.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  // jsdom has none.
  Object.assign(globalThis, { PerformanceObserver: Observer });
  jest.useFakeTimers();
  frames.length = 0;
  jest.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  observe.mockReset();
  document.head.innerHTML = html;
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'PerformanceObserver');
});

test('what a page holds back is fetched after its first paint, each in a task of its own', async () => {
  await loadRestOfWholePage();
  await draw();
  expect(observe).not.toHaveBeenCalled();
  await draw();
  expect(observe).toHaveBeenCalledWith({ type: 'paint', buffered: true });
  // That of nothing but a colour.
  tellOfPaint('first-paint');
  await jest.advanceTimersByTimeAsync(900);
  expect(fetched()).toEqual([]);
  tellOfPaint();
  const tasks = jest.spyOn(globalThis, 'setTimeout');
  await jest.advanceTimersByTimeAsync(50);
  expect(fetched()).toEqual(['link', 'script']);
  expect(tasks).toHaveBeenCalledTimes(2);
});

test('a paint of the page’s beginning is not yet that of what can be read', async () => {
  // It is told of as soon as somebody asks.
  observe.mockImplementation(() => tellOfPaint());
  void loadRest();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(frames).toHaveLength(0);
  await endPage();
  await draw();
  await jest.advanceTimersByTimeAsync(900);
  expect(fetched()).toEqual([]);
  await draw();
  await jest.advanceTimersByTimeAsync(50);
  expect(fetched()).toEqual(['link', 'script']);
});

test.each([
  ['that tells nobody of paints', 2],
  ['that draws nothing more, because another tab is looked at', 0],
])('in a browser %s, it is fetched a second after the page is whole', async (_what, drawn) => {
  await loadRestOfWholePage();
  for (let frame = 0; frame < drawn; frame++) await draw();
  await jest.advanceTimersByTimeAsync(900);
  expect(fetched()).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(fetched()).toEqual(['link', 'script']);
});

test('a page in a tab behind others waits for no paint, which it would not get', async () => {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await loadRestOfWholePage();
  expect(fetched()).toEqual(['link', 'script']);
});

test('a script that does not come is told of, and what stands in the page stays', async () => {
  document.body.innerHTML =
    '<div id="root"><article class="recipe">Soup</article></div><div id="not-loaded" hidden>Load again</div>';
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await loadRestOfWholePage();
  const isHidden = () => document.querySelector<HTMLElement>('#not-loaded')?.hidden;
  expect(fetched()).toEqual(['link', 'script']);
  for (const [tag, hidden] of [
    ['link', true],
    ['script', false],
  ] as const) {
    document.head.querySelector(tag)?.dispatchEvent(new Event('error'));
    expect(isHidden()).toBe(hidden);
  }
  expect(document.querySelector('#root')?.textContent).toBe('Load againSoup');
});
