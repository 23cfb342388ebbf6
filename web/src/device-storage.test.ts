/** @jest-environment jest-fixed-jsdom */

import { chooseAppearance } from './account/choose-appearance.ts';
import { beginSession } from './auth/begin-session.ts';
import { endSession, recallSession } from './auth/keep-session.ts';
import { session } from './auth/session.ts';
import { deviceStorage } from './device-storage.ts';
import { keptUnits } from './recipes/amounts/units-choice.ts';
import { preferredLanguage } from './texts/language.ts';
import { applyAppearance } from './ui/appearance.ts';

const { jest } = import.meta;
afterEach(() => jest.restoreAllMocks());

test('keeps what it is given', () => {
  deviceStorage.setItem('a', 'b');
  expect(deviceStorage.getItem('a')).toBe('b');
  deviceStorage.removeItem('a');
  expect(deviceStorage.getItem('a')).toBeNull();
});

test('a browser that keeps nothing for this site starts the app and lets people sign in and out', () => {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  applyAppearance();
  chooseAppearance('dark');
  expect(preferredLanguage()).toBe('en');
  expect(keptUnits()).toBe('original');
  recallSession();
  const ada = { id: 'ada', email: 'ada@example.com', name: 'Ada' };
  beginSession({ accessToken: 't', user: ada });
  expect(session.getSnapshot().user).toEqual(ada);
  endSession('signed-out');
  expect(session.getSnapshot().user).toBeNull();
});
