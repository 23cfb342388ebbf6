/** @jest-environment jest-fixed-jsdom */
import { act, renderHook } from '@testing-library/react';
import { useWakeLock } from './use-wake-lock.ts';

const { jest } = import.meta;
afterEach(() => jest.restoreAllMocks());

test('a screen is held by one lock at a time, and let go with the component', async () => {
  const release = jest.fn(async () => undefined);
  let grant = () => {};
  const request = jest.fn(
    () =>
      new Promise((resolve) => {
        grant = () => resolve({ released: false, release });
      }),
  );
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const comeBack = () => act(async () => document.dispatchEvent(new Event('visibilitychange')));

  const { unmount } = renderHook(() => useWakeLock());
  await comeBack();
  expect(request).not.toHaveBeenCalled();

  hidden.mockReturnValue(false);
  await comeBack();
  await comeBack();
  expect(request).toHaveBeenCalledTimes(1);
  await act(async () => grant());
  await comeBack();
  expect(request).toHaveBeenCalledTimes(1);

  unmount();
  expect(release).toHaveBeenCalledTimes(1);
});
