import { hold } from './keep-session.ts';
import { forgetOwedSignOut } from './server-sign-out.ts';
import type { SignedIn } from './session.ts';

/** Begins a session of this device, for somebody who has just given their password. */
export function beginSession(signedIn: SignedIn): void {
  forgetOwedSignOut();
  hold(signedIn);
}
