import { HttpProblem } from '../http/problem.ts';

/** For signed-in users. Not 401: that would tell the client that its access token is no longer good. */
export function wrongPassword(): HttpProblem {
  return new HttpProblem(403, 'The password is wrong.', { code: 'wrong-password' });
}
