import { endSession } from './keep-session.ts';
import { signOutOnServer } from './server-sign-out.ts';

/** Ends the session here and on the server; here also when the server cannot be reached, which is told later. */
export async function signOut(): Promise<void> {
  await signOutOnServer();
  endSession('signed-out');
}
