import type { Events } from '../events.ts';
import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { newUser } from '../users/schemas.ts';
import type { UserService } from '../users/service.ts';
import { signedIn } from './schemas.ts';
import { startSession } from './session.ts';
import type { Tokens } from './tokens.ts';

export function register(users: UserService, tokens: Tokens, events: Events) {
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/register',
      summary: 'Make an account and sign in',
      tag: 'auth',
      signedIn: false,
      body: newUser,
      replies: {
        201: { description: 'The account is made', schema: signedIn },
        409: { description: 'There is an account with this address' },
      },
    },
    async ({ body }) => {
      const user = await users.register(body);
      if (!user) {
        throw new HttpProblem(409, 'There is already an account with this e-mail address.', {
          code: 'email-taken',
        });
      }
      events.record('user.registered', { userId: user.id });
      return { status: 201, body: await startSession(tokens, user) };
    },
  );
}
