import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import type { AuthParts } from './parts.ts';
import { credentials, signedIn } from './schemas.ts';
import { SignedIn } from './signed-in.ts';

export function login(parts: AuthParts) {
  const { users, events } = parts;
  const answers = new SignedIn(parts);
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/login',
      operationId: 'login',
      summary: 'Sign in',
      tag: 'auth',
      signedIn: false,
      body: credentials,
      replies: {
        200: { description: 'Signed in', schema: signedIn },
        401: { description: 'Unknown address or wrong password' },
      },
    },
    async ({ body }) => {
      const account = await users.signIn(body.email, body.password);
      if (!account) {
        events.record('user.sign_in_failed', {});
        // The same words for both, so that nobody learns who has an account.
        throw new HttpProblem(401, 'The e-mail address or the password is wrong.', {
          code: 'wrong-credentials',
          headers: { 'WWW-Authenticate': 'Bearer' },
        });
      }
      events.record('user.signed_in', { userId: account.user.id });
      return answers.start(200, account);
    },
  );
}
