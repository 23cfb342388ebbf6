import { endpoint } from '../http/endpoint.ts';
import type { AuthParts } from './parts.ts';
import { passwordOnly } from './schemas.ts';
import { SignedIn } from './signed-in.ts';
import { wrongPassword } from './wrong-password.ts';

export function removeMe(parts: AuthParts) {
  const { users, events } = parts;
  const answers = new SignedIn(parts);
  return endpoint(
    {
      method: 'delete',
      path: '/api/auth/me',
      operationId: 'removeMe',
      summary: 'Delete the account of the signed-in user with all its data, for good',
      tag: 'auth',
      signedIn: true,
      body: passwordOnly,
      replies: {
        204: { description: 'Everything is deleted' },
        403: { description: 'The password is wrong' },
      },
    },
    async ({ userId, body }) => {
      if (!(await users.hasPassword(userId, body.password))) throw wrongPassword();
      await users.remove(userId);
      events.record('user.deleted', { userId });
      return answers.end();
    },
  );
}
