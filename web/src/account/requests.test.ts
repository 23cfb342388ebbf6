/** @jest-environment jest-fixed-jsdom */
import { beginSession } from '../auth/begin-session.ts';
import { endSession } from '../auth/keep-session.ts';
import { keptUser } from '../auth/kept-user.ts';
import { session } from '../auth/session.ts';
import { answerApi } from '../testing/api-answers.ts';
import { changeName } from './requests.ts';

const ada = { id: 'ada', email: 'ada@example.com', name: 'Ada' };
const renamed = { ...ada, name: 'Ada L.' };

beforeEach(() => beginSession({ accessToken: 't', user: ada }));

test('a new name shows here, and at the next visit', async () => {
  answerApi({ 'PATCH /api/auth/me': [200, renamed] });
  await changeName('Ada L.');
  expect(session.getSnapshot().user).toEqual(renamed);
  expect(keptUser.read()).toEqual(renamed);
});

test('an answer that comes after signing out brings nobody back', async () => {
  answerApi({
    'PATCH /api/auth/me': () => {
      endSession('signed-out');
      return [200, renamed];
    },
  });
  await changeName('Ada L.');
  expect(session.getSnapshot().user).toBeNull();
  expect(keptUser.read()).toBeNull();
});
