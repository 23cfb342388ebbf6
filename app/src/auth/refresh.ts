import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { refreshCookies, refreshTokenOf } from '../sessions/cookies.ts';
import type { AuthParts } from './parts.ts';
import { signedIn } from './schemas.ts';
import { SignedIn } from './signed-in.ts';

export function refresh(parts: AuthParts) {
  const { users, sessions, events } = parts;
  const answers = new SignedIn(parts);
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/refresh',
      operationId: 'refreshSession',
      summary: 'Get a new access token for the refresh token in the cookie, which is renewed',
      tag: 'auth',
      signedIn: false,
      cookies: refreshCookies,
      replies: {
        200: { description: 'Still signed in', schema: signedIn },
        401: { description: 'No refresh token, or one that is not valid' },
        403: { description: 'The request came from a page of another site' },
      },
    },
    async ({ cookies }) => {
      const rotation = await sessions.rotate(refreshTokenOf(cookies));
      if (rotation.outcome === 'unknown') throw signInAgain();
      const { id, passwordVersion } = rotation.owner;
      if (rotation.outcome === 'reused') {
        events.record('session.reused', { userId: id });
        throw signInAgain();
      }
      const account = await users.find(id);
      if (account?.passwordVersion !== passwordVersion) {
        // It began just as the password was changed or the account deleted, and slipped through.
        await sessions.end(rotation.token);
        throw signInAgain();
      }
      return answers.goOn(200, account, rotation.token);
    },
  );
}

function signInAgain(): HttpProblem {
  return new HttpProblem(401, 'This session is over; sign in again.', {
    code: 'session-over',
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
