/** @jest-environment jest-fixed-jsdom */

const { jest } = import.meta;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what a page holds back is fetched once it has been painted, or when nobody looks at it', async () => {
  document.head.innerHTML = `<template id="rest">
    <link rel="modulepreload" href="/a.js">
    <script type="module" src="/b.js"></script>
  </template>`;
  const names = () =>
    [...document.head.querySelectorAll('link, script')].map(({ localName }) => localName);
  // As in a tab behind others.
  jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  const { loadRest } = await import('./rest.ts');
  const loaded = loadRest();
  await jest.advanceTimersByTimeAsync(900);
  expect(names()).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  await loaded;
  expect(names()).toEqual(['link', 'script']);

  document.head.replaceChildren();
  jest.mocked(window.requestAnimationFrame).mockImplementation((paint) => {
    paint(0);
    return 0;
  });
  const again = loadRest();
  await jest.advanceTimersByTimeAsync(50);
  await again;
  expect(names()).toEqual(['link', 'script']);
});
