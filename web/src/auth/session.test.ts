import { Session } from './session.ts';

const ada = { accessToken: 't1', user: { id: 'u1', email: 'ada@example.com', name: 'Ada' } };

test('begins and ends, and tells who listens', () => {
  const session = new Session();
  const seen: (string | null)[] = [];
  const stop = session.subscribe(() => seen.push(session.getSnapshot().token));
  session.begin(ada);
  session.signOut();
  stop();
  session.begin(ada);
  expect(seen).toEqual(['t1', null]);
});

test('expires when its own token is refused, not when an older one is', () => {
  const session = new Session();
  session.begin({ ...ada, accessToken: 't2' });
  session.expire('t1');
  expect(session.getSnapshot()).toMatchObject({ token: 't2', user: ada.user });
  session.expire('t2');
  expect(session.getSnapshot()).toEqual({ token: null, user: null, ended: 'expired' });
});
