import { api } from '../api/api.ts';
import type { Credentials } from './credentials.ts';
import type { SignedIn } from './session.ts';

/** Checks the password and answers a session. */
export function requestSignIn({ email, password }: Credentials): Promise<SignedIn> {
  return api<SignedIn>('POST', '/api/auth/login', { body: { email, password } });
}

/** Creates an account and answers its first session. */
export function requestAccount(credentials: Credentials): Promise<SignedIn> {
  return api<SignedIn>('POST', '/api/auth/register', { body: credentials });
}
