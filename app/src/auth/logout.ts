import { endpoint } from '../http/endpoint.ts';
import { refreshCookies, refreshTokenOf } from '../sessions/cookies.ts';
import type { AuthParts } from './parts.ts';
import { SignedIn } from './signed-in.ts';

export function logout(parts: AuthParts) {
  const answers = new SignedIn(parts);
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/logout',
      operationId: 'logout',
      summary: 'End the session of the refresh token in the cookie, if there is one',
      tag: 'auth',
      signedIn: false,
      cookies: refreshCookies,
      replies: {
        204: { description: 'Signed out; the cookie is gone' },
        403: { description: 'The request came from a page of another site' },
      },
    },
    async ({ cookies }) => {
      const token = refreshTokenOf(cookies);
      await parts.sessions.end(token);
      if (token !== '') parts.events.record('user.signed_out', {});
      return answers.end();
    },
  );
}
