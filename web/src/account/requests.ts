import type { User } from '@recipe-book/app/schemas/users';
import { api } from '../api/api.ts';
import { keptUser } from '../auth/kept-user.ts';
import { session } from '../auth/session.ts';

/** Changes the name, here and on the server. */
export async function changeName(name: string): Promise<void> {
  showUser(await api<User>('PATCH', '/api/auth/me', { body: { name } }));
}

/** Reads who the user is: an import may have changed the name. */
export async function readMe(): Promise<void> {
  showUser(await api<User>('GET', '/api/auth/me'));
}

/** Sets another password; all other sessions end. */
export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return api('POST', '/api/auth/change-password', { body: { currentPassword, newPassword } });
}

/** Deletes the account with all that is in it, for good. */
export function removeAccount(password: string): Promise<void> {
  return api('DELETE', '/api/auth/me', { body: { password } });
}

function showUser(user: User): void {
  // The answer may come after somebody has signed out.
  if (session.getSnapshot().user?.id !== user.id) return;
  keptUser.write(user);
  session.changeUser(user);
}
