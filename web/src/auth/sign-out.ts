import { api } from '../api/api.ts';
import { endSession } from './keep-session.ts';

/** Ends the session here and on the server; here also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await api('POST', '/api/auth/logout').catch(() => undefined);
  endSession('signed-out');
}
