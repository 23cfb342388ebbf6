/** @jest-environment jest-fixed-jsdom */
import { leave } from '../early/begun.ts';
import { answerApi, type TestAnswer } from '../testing/api-answers.ts';
import { beginSession } from './begin-session.ts';
import {
  currentToken,
  endSession,
  recallSession,
  renewedToken,
  tokenForReading,
} from './keep-session.ts';
import { keptUser } from './kept-user.ts';
import { session } from './session.ts';

const { jest } = import.meta;

const ada = { accessToken: 'a1', user: { id: 'ada', email: 'ada@example.com', name: 'Ada' } };
const bob = { accessToken: 'b1', user: { id: 'bob', email: 'bob@example.com', name: 'Bob' } };
const renewedAda = { ...ada, accessToken: 'a2' };

beforeEach(() => {
  leave({});
  localStorage.clear();
  session.end('signed-out');
});
afterEach(() => {
  jest.useRealTimers();
});

/** What the server says to the next renewals; gives what was asked. */
function answerRenewal(answer: TestAnswer | (() => TestAnswer | Promise<TestAnswer>)) {
  return answerApi({ 'POST /api/auth/refresh': answer });
}

/** An answer that comes when it is told to. */
function slowAnswer() {
  const { promise, resolve } = Promise.withResolvers<TestAnswer>();
  return { answer: () => promise, come: resolve };
}

test('nobody signed in: nothing is asked', async () => {
  const asked = answerRenewal([200, ada]);
  expect(await currentToken()).toBeNull();
  expect(await renewedToken(null)).toBeNull();
  expect(asked).toEqual([]);
});

test('however many need a new token, it is asked for once, and again for the next', async () => {
  beginSession(ada);
  const asked = answerRenewal([200, renewedAda]);
  expect(await Promise.all([1, 2, 3].map(() => renewedToken('a1')))).toEqual(['a2', 'a2', 'a2']);
  expect(asked).toHaveLength(1);
  // Refused before the renewal, told of it after.
  expect(await renewedToken('a1')).toBe('a2');
  expect(asked).toHaveLength(1);
  await renewedToken('a2');
  expect(asked).toHaveLength(2);
});

test('the renewal that the early script began is taken once', async () => {
  session.recall(ada.user);
  const asked = answerRenewal([200, { ...ada, accessToken: 'a3' }]);
  leave({ renewal: Promise.resolve({ outcome: 'renewed', signedIn: renewedAda }) });
  expect(await currentToken()).toBe('a2');
  expect(asked).toEqual([]);
  expect(await renewedToken('a2')).toBe('a3');
});

test.each([401, 403])('a renewal that is answered %d ends the session', async (status) => {
  beginSession(ada);
  answerRenewal([status]);
  expect(await renewedToken('a1')).toBeNull();
  expect(session.getSnapshot()).toEqual({ user: null, token: null, ended: 'expired' });
  expect(keptUser.read()).toBeNull();
});

test('a renewal that is refused for now says so, with when to ask again, and ends nothing', async () => {
  session.recall(ada.user);
  const asked = answerRenewal([429, { requestId: 'r-1' }, { 'retry-after': '30' }]);
  for (const token of [currentToken(), renewedToken(null)]) {
    const refused = { kind: 'rateLimited', requestId: 'r-1', retryAt: expect.any(Number) };
    await expect(token).rejects.toMatchObject(refused);
  }
  expect(asked).toHaveLength(1);
  answerRenewal([503, {}, { 'x-request-id': 'r-2' }]);
  await expect(currentToken()).rejects.toMatchObject({ kind: 'server', requestId: 'r-2' });
  expect(session.getSnapshot().user).toEqual(ada.user);
});

test('without an answer there is no token, and the session goes on', async () => {
  session.recall(ada.user);
  globalThis.fetch = () => Promise.reject(new TypeError('no network'));
  expect(await currentToken()).toBeNull();
  await expect(renewedToken(null)).rejects.toMatchObject({ kind: 'offline', status: 0 });
  expect(session.getSnapshot().user).toEqual(ada.user);
});

test('a read waits 5 s for a token, a change as long as it takes', async () => {
  jest.useFakeTimers();
  session.recall(ada.user);
  const { answer, come } = slowAnswer();
  answerRenewal(answer);
  const read = tokenForReading();
  const change = currentToken();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(await read).toBeNull();
  come([200, renewedAda]);
  expect(await change).toBe('a2');
  expect(await tokenForReading()).toBe('a2');
});

test('who signs out while the token is renewed stays signed out', async () => {
  beginSession(ada);
  const { answer, come } = slowAnswer();
  answerRenewal(answer);
  const token = renewedToken('a1');
  endSession('signed-out');
  come([200, renewedAda]);
  expect(await token).toBeNull();
  expect(session.getSnapshot()).toMatchObject({ user: null, ended: 'signed-out' });
  expect(keptUser.read()).toBeNull();
});

test('who signs in meanwhile keeps their own session, in a page that knows nothing of the one before', async () => {
  // jsdom says that it cannot load a page anew.
  const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  beginSession(ada);
  const { answer, come } = slowAnswer();
  answerRenewal(answer);
  const token = renewedToken('a1');
  beginSession(bob);
  come([401]);
  expect(await token).toBeNull();
  expect(session.getSnapshot()).toMatchObject({ user: null, token: null });
  expect(keptUser.read()).toEqual(bob.user);
  expect(String(told.mock.calls)).toContain('navigation');
  told.mockRestore();
});

test('nothing of one person is sent again with the token of another, whose cookie it is by now', async () => {
  beginSession(ada);
  answerRenewal([200, bob]);
  expect(await renewedToken('a1')).toBeNull();
  expect(session.getSnapshot()).toMatchObject({ user: null, token: null });
});

test('what is done about the session in another tab holds here', () => {
  recallSession();
  beginSession(ada);
  keptUser.write({ ...ada.user, name: 'Ada L.' });
  window.dispatchEvent(new StorageEvent('storage'));
  expect(session.getSnapshot().token).toBe('a1');
  keptUser.write(bob.user);
  window.dispatchEvent(new StorageEvent('storage'));
  expect(session.getSnapshot()).toMatchObject({ user: null, token: null });
  expect(keptUser.read()).toEqual(bob.user);
});

test('a page that comes back by the back button, asleep when somebody else signed in, shows nothing more', () => {
  recallSession();
  beginSession(ada);
  keptUser.write(bob.user);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(session.getSnapshot()).toMatchObject({ user: null, token: null });
});

test('signing out leaves no drafts on the device, a session that has run out does', () => {
  localStorage.setItem('draft.ada.new', '{}');
  beginSession(ada);
  endSession('expired');
  expect(localStorage.getItem('draft.ada.new')).toBe('{}');
  beginSession(ada);
  endSession('signed-out');
  expect(localStorage.getItem('draft.ada.new')).toBeNull();
});
