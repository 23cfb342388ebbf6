/** @jest-environment jest-fixed-jsdom */
import { answerApi } from '../testing/api-answers.ts';
import { beginSession } from './begin-session.ts';
import { recallSession, renewedToken } from './keep-session.ts';
import { requestSignIn } from './requests.ts';
import { session } from './session.ts';
import { signOut } from './sign-out.ts';

const ada = { accessToken: 't', user: { id: 'ada', email: 'ada@example.com', name: 'Ada' } };
const logout = { 'POST /api/auth/logout': [204] } as const;

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
  beginSession(ada);
});

async function signOutWithoutNetwork(): Promise<void> {
  globalThis.fetch = () => Promise.reject(new TypeError('no network'));
  await signOut();
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('who signs out without a network is signed out here, and on the server at the next start', async () => {
  await signOutWithoutNetwork();
  expect(session.getSnapshot()).toMatchObject({ user: null, ended: 'signed-out' });
  const asked = answerApi(logout);
  recallSession();
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(['/api/auth/logout']);
  recallSession();
  await settled();
  expect(asked).toHaveLength(1);
});

test('a sign-out that the server has answered is owed no more', async () => {
  const asked = answerApi(logout);
  await signOut();
  recallSession();
  await settled();
  expect(asked).toHaveLength(1);
});

test('a server that fails is told again', async () => {
  answerApi({ 'POST /api/auth/logout': [503] });
  await signOut();
  const asked = answerApi(logout);
  recallSession();
  await settled();
  expect(asked).toHaveLength(1);
});

test('whoever signs in next does so after it, and keeps their session', async () => {
  await signOutWithoutNetwork();
  const asked = answerApi({ ...logout, 'POST /api/auth/login': [200, ada] });
  beginSession(await requestSignIn({ email: 'ada@example.com', password: 'correct horse' }));
  expect(asked.map(({ path }) => path)).toEqual(['/api/auth/logout', '/api/auth/login']);
});

test('what is owed of one session is not asked for in the next', async () => {
  await signOutWithoutNetwork();
  beginSession(ada);
  const asked = answerApi({ ...logout, 'POST /api/auth/refresh': [200, ada] });
  recallSession();
  await settled();
  expect(asked.map(({ path }) => path)).not.toContain('/api/auth/logout');
});

test('a renewal while a sign-out is under way does not undo that it is owed', async () => {
  const logoutAnswer = Promise.withResolvers<[number]>();
  answerApi({
    'POST /api/auth/logout': () => logoutAnswer.promise,
    'POST /api/auth/refresh': [200, { ...ada, accessToken: 't2' }],
  });
  const leaving = signOut();
  expect(await renewedToken('t')).toBe('t2');
  logoutAnswer.resolve([503]);
  await leaving;
  // Until the server knows, pages come without their recipe.
  window.history.replaceState(null, '', '/recipes/1');
  expect(document.cookie).toContain('signed_out=1');
  const asked = answerApi(logout);
  recallSession();
  await settled();
  expect(asked.map(({ path }) => path)).toEqual(['/api/auth/logout']);
});
