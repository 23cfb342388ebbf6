import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import { newUser } from '../users/schemas.ts';
import type { AuthParts } from './parts.ts';
import { signedIn } from './schemas.ts';
import { SignedIn } from './signed-in.ts';

export function register(parts: AuthParts) {
  const { users, events } = parts;
  const answers = new SignedIn(parts);
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/register',
      operationId: 'register',
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
      const account = await users.register(body);
      if (!account) {
        throw new HttpProblem(409, 'There is already an account with this e-mail address.', {
          code: 'email-taken',
        });
      }
      events.record('user.registered', { userId: account.user.id });
      return answers.start(201, account);
    },
  );
}
