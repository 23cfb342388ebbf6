import { endpoint } from '../http/endpoint.ts';
import { signInNeeded } from '../http/problem.ts';
import { user } from '../users/schemas.ts';
import type { AuthParts } from './parts.ts';

export function me({ users }: AuthParts) {
  return endpoint(
    {
      method: 'get',
      path: '/api/auth/me',
      operationId: 'readMe',
      summary: 'The signed-in user',
      tag: 'auth',
      signedIn: true,
      replies: { 200: { description: 'The signed-in user', schema: user } },
    },
    async ({ userId }) => {
      const found = await users.find(userId);
      // A token can outlive its account by some minutes.
      if (!found) throw signInNeeded();
      return { status: 200, body: found.user };
    },
  );
}
