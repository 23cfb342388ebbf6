import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import type { UserService } from '../users/service.ts';
import { credentials, signedIn } from './schemas.ts';
import { startSession } from './session.ts';
import type { Tokens } from './tokens.ts';

export function login(users: UserService, tokens: Tokens, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/login',
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
      const user = await users.signIn(body.email, body.password);
      if (!user) {
        // The same words for both, so that nobody learns who has an account.
        throw new HttpProblem(401, 'The e-mail address or the password is wrong.', {
          code: 'wrong-credentials',
          headers: { 'WWW-Authenticate': 'Bearer' },
        });
      }
      events.record('user.signed_in', { userId: user.id });
      return { status: 200, body: await startSession(tokens, user) };
    },
  );
}
