import type { NewUser } from '@recipe-book/app/schemas/users';
import { api } from '../api/api.ts';
import { settleSignOut } from './server-sign-out.ts';
import type { SignedIn } from './session.ts';

/** Checks the password and answers a session. */
export async function requestSignIn(credentials: Omit<NewUser, 'name'>): Promise<SignedIn> {
  await settleSignOut();
  return api('POST', '/api/auth/login', { body: credentials });
}

/** Creates an account and answers its first session. */
export async function requestAccount(account: NewUser): Promise<SignedIn> {
  await settleSignOut();
  return api('POST', '/api/auth/register', { body: account });
}

/** Has a link for a new password sent, when there is an account with this address. */
export function requestResetMail(email: string): Promise<void> {
  return api('POST', '/api/auth/forgot-password', { body: { email } });
}

/** Sets a new password with the token of such a link; every session of the account ends. */
export function resetPassword(token: string, password: string): Promise<void> {
  return api('POST', '/api/auth/reset-password', { body: { token, password } });
}
