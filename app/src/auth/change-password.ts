import { endpoint } from '../http/endpoint.ts';
import { signInNeeded } from '../http/problem.ts';
import { refreshCookies, refreshTokenOf } from '../sessions/cookies.ts';
import type { AuthParts } from './parts.ts';
import { passwordChange } from './schemas.ts';
import { wrongPassword } from './wrong-password.ts';

export function changePassword({ users, sessions, events }: AuthParts) {
  return endpoint(
    {
      method: 'post',
      path: '/api/auth/change-password',
      operationId: 'changePassword',
      summary: 'Set another password; sessions other than that of the cookie end',
      tag: 'auth',
      signedIn: true,
      cookies: refreshCookies,
      body: passwordChange,
      replies: {
        204: { description: 'The password is changed' },
        403: { description: 'The current password is wrong' },
      },
    },
    async ({ userId, body, cookies }) => {
      if (!(await users.hasPassword(userId, body.currentPassword))) throw wrongPassword();
      const account = await users.setPassword(userId, body.newPassword);
      if (!account) throw signInNeeded();
      const { passwordVersion } = account;
      await sessions.endOthers({ id: userId, passwordVersion }, refreshTokenOf(cookies));
      events.record('password.changed', { userId });
      return { status: 204 };
    },
  );
}
