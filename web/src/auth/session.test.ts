import { Session } from './session.ts';

const ada = { accessToken: 't1', user: { id: 'u1', email: 'ada@example.com', name: 'Ada' } };

test('begins and ends, and tells who listens', () => {
  const session = new Session();
  const seen: (string | null)[] = [];
  const stop = session.subscribe(() => seen.push(session.getSnapshot().token));
  session.begin(ada);
  session.end('signed-out');
  stop();
  session.begin(ada);
  expect(seen).toEqual(['t1', null]);
});

test('who was signed in is known before there is a token', () => {
  const session = new Session();
  session.recall(ada.user);
  expect(session.getSnapshot()).toMatchObject({ user: ada.user, token: null });
  session.changeUser({ ...ada.user, name: 'Ada L.' });
  expect(session.getSnapshot().user?.name).toBe('Ada L.');
  session.end('expired');
  expect(session.getSnapshot()).toEqual({ token: null, user: null, ended: 'expired' });
});
