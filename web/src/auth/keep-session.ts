import { takeRenewal } from '../early/begun.ts';
import { onBackOnline } from '../offline/connection.ts';
import { forgetShopping } from '../shopping/offline/forget.ts';
import { keptUser } from './kept-user.ts';
import { type Renewed, requestRenewal } from './renewal.ts';
import { type SignedIn, session } from './session.ts';

let renewal: Promise<string | null> | undefined;

/**
 * Takes up the session of the last visit: who it was at once, the token as soon as it comes.
 * Does nothing when nobody was signed in.
 */
export function recallSession(): void {
  // What another tab does about the session holds here too.
  window.addEventListener('storage', followOtherTabs);
  const user = keptUser.read();
  if (!user) return;
  session.recall(user);
  void renewedToken(null);
  // The session of somebody who was offline at first is renewed as soon as there is a network.
  onBackOnline(() => void currentToken());
}

/** Begins a session of this device. */
export function beginSession(signedIn: SignedIn): void {
  keptUser.write(signedIn.user);
  session.begin(signedIn);
}

/** Ends it; the server and the caches are told by who calls. */
export function endSession(how: 'signed-out' | 'expired'): void {
  keptUser.forget();
  session.end(how);
  if (how === 'signed-out') forgetShopping();
}

/** The token to send: null when nobody is signed in, or when the server is away. Waits for a renewal under way. */
export async function currentToken(): Promise<string | null> {
  const { user, token } = session.getSnapshot();
  if (token || !user) return token;
  return renewedToken(null);
}

/**
 * A token in place of one that the server refused; null when there is none to be had. A session that is over is
 * ended. Any number of callers lead to one request.
 */
export function renewedToken(refused: string | null): Promise<string | null> {
  const { token, user } = session.getSnapshot();
  if (token !== refused || !user) return Promise.resolve(token);
  renewal ??= (takeRenewal() ?? requestRenewal())
    .then((renewed) => take(renewed, user.id))
    .finally(() => {
      renewal = undefined;
    });
  return renewal;
}

function followOtherTabs(): void {
  const kept = keptUser.read();
  const { user } = session.getSnapshot();
  if (user && kept?.id !== user.id) session.end('signed-out');
}

function take(renewed: Renewed, userId: string): string | null {
  // Somebody may have signed out, or in, meanwhile.
  if (session.getSnapshot().user?.id !== userId) return session.getSnapshot().token;
  if (renewed.outcome === 'renewed') {
    beginSession(renewed.signedIn);
    return renewed.signedIn.accessToken;
  }
  if (renewed.outcome === 'over') endSession('expired');
  return null;
}
