import { endpoint } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';
import type { AuthParts } from './parts.ts';
import { passwordReset } from './schemas.ts';

export function resetPassword({ passwordResets, sessions, events }: AuthParts) {
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/reset-password',
      operationId: 'resetPassword',
      summary: 'Set a new password by the token of a mail; all sessions end',
      tag: 'auth',
      signedIn: false,
      body: passwordReset,
      replies: {
        204: { description: 'The password is set; sign in with it' },
        400: { description: 'Values that are not allowed, or a token that is not valid' },
      },
    },
    async ({ body }) => {
      const userId = await passwordResets.complete(body.token, body.password);
      if (userId === undefined) {
        throw new HttpProblem(400, 'This link was used or is too old; ask for a new one.', {
          code: 'reset-token-invalid',
        });
      }
      await sessions.endAll(userId);
      events.record('password.reset', { userId });
      return { status: 204 };
    },
  );
}
