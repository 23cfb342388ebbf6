import { endpoint } from '../http/endpoint.ts';
import { signInNeeded } from '../http/problem.ts';
import { user, userChanges } from '../users/schemas.ts';
import type { AuthParts } from './parts.ts';

export function changeMe({ users }: AuthParts) {
  return endpoint(
    {
      method: 'patch',
      path: '/api/auth/me',
      operationId: 'changeMe',
      summary: 'Change the name of the signed-in user',
      tag: 'auth',
      signedIn: true,
      body: userChanges,
      replies: { 200: { description: 'The user as it now is', schema: user } },
    },
    async ({ userId, body }) => {
      const changed = await users.change(userId, body);
      if (!changed) throw signInNeeded();
      return { status: 200, body: changed };
    },
  );
}
