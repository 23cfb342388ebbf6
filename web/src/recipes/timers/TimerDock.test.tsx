/** @jest-environment jest-fixed-jsdom */
import { act, fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import TimerDock from './TimerDock.tsx';
import type { TimerInput } from './timer-store.ts';
import { timers } from './use-timers.ts';

const { jest } = import.meta;

const vibrate = jest.fn<boolean, [VibratePattern]>();
const notified: { title: string; tag: string | undefined }[] = [];

class FakeNotification {
  static readonly permission = 'granted';
  constructor(title: string, { tag }: NotificationOptions) {
    notified.push({ title, tag });
  }
}

beforeEach(() => {
  jest.useFakeTimers();
  vibrate.mockClear();
  notified.length = 0;
  Object.assign(navigator, { vibrate });
  Object.assign(window, { Notification: FakeNotification });
});

afterEach(() => {
  act(() => timers().clear());
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function start(label: string, seconds: number): void {
  const input: TimerInput = { label, seconds, recipeId: 'a', recipeTitle: 'Soup', step: 1 };
  act(() => timers().start(input));
}

const said = () => screen.getAllByRole('status')[0]?.textContent;

/** Lets time pass. @returns how often it rang meanwhile. */
async function pass(seconds: number): Promise<number> {
  vibrate.mockClear();
  await act(() => jest.advanceTimersByTimeAsync(seconds * 1000));
  return vibrate.mock.calls.length;
}

test('a timer rings when the one before it is over and was left as it is', async () => {
  renderPage(<TimerDock />);
  start('1 minute', 60);
  start('5 minutes', 300);
  expect(await pass(60)).toBeGreaterThan(0);
  await pass(60);
  expect(await pass(100)).toBe(0);
  expect(await pass(80)).toBeGreaterThan(0);
});

test('each timer has a notification of its own while nobody looks', async () => {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  renderPage(<TimerDock />);
  start('1 minute', 60);
  start('2 minutes', 120);
  await pass(120);
  expect(notified).toHaveLength(2);
  expect(new Set(notified.map(({ tag }) => tag)).size).toBe(2);
});

test('a timer that goes makes none of the others a new one to those who listen', () => {
  renderPage(<TimerDock />);
  start('1 minute', 60);
  start('5 minutes', 300);
  expect(said()).toBe('Timer started: 5 minutes');
  fireEvent.click(screen.getByRole('button', { name: 'Remove the timer 5 minutes' }));
  expect(said()).not.toContain('1 minute');
});
