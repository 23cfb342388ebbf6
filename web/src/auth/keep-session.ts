import { ApiError } from '../api/api-error.ts';
import { onBackOnline } from '../offline/connection.ts';
import { forgetShopping } from '../shopping/offline/forget.ts';
import { forgetAllDrafts } from './forget-drafts.ts';
import { keptUser } from './kept-user.ts';
import { type Renewed, requestRenewal } from './renewal.ts';
import { settleSignOut } from './server-sign-out.ts';
import { type SignedIn, session } from './session.ts';
import { takeRenewal } from './take-renewal.ts';

/** After so long a read goes without a token, which the service worker can answer from what it keeps, ms. */
const longestForReading = 5_000;

let renewal: Promise<string | null> | undefined;
/** Whose work this page may still hold in memory: drafts, and changes that wait to be sent again. */
let worker: string | undefined;

/**
 * Takes up the session of the last visit: who it was at once, the token as soon as it comes.
 * Does nothing when nobody was signed in.
 */
export function recallSession(): void {
  // What another tab does about the session holds here too.
  window.addEventListener('storage', followOtherTabs);
  // A page that the back button brings back was told of nothing while it slept.
  window.addEventListener('pageshow', ({ persisted }) => persisted && followOtherTabs());
  onBackOnline(settleSignOut);
  void settleSignOut();
  const user = keptUser.read();
  if (!user) return;
  worker = user.id;
  session.recall(user);
  renewAhead();
  // The session of somebody who was offline at first is renewed as soon as there is a network.
  onBackOnline(renewAhead);
}

/**
 * Takes what the server gave. For somebody else than before the page is loaded anew: a change of the one before that
 * still waits to be sent must never go with the token of the next. What is owed of a sign-out stays so: a renewal goes
 * on with the very session that shall end.
 */
export function hold(signedIn: SignedIn): void {
  const { id } = signedIn.user;
  keptUser.write(signedIn.user);
  if (worker !== undefined && worker !== id) {
    // What comes late for the one before finds nobody here.
    session.end('signed-out');
    window.location.reload();
    return;
  }
  worker = id;
  session.begin(signedIn);
}

/**
 * Ends it; the server is told by who calls. `signed-out` leaves nothing of the person on this device, `expired` what
 * they have not saved yet: the same person may sign in again.
 */
export function endSession(how: 'signed-out' | 'expired'): void {
  keptUser.forget();
  session.end(how);
  if (how === 'expired') return;
  // The next one at this device is somebody else, perhaps.
  forgetAllDrafts();
  forgetShopping();
}

/**
 * The token to send: null when nobody is signed in, or when the server is away. Waits for a renewal under way.
 * @throws ApiError when the server gives none for now.
 */
export async function currentToken(): Promise<string | null> {
  const { user, token } = session.getSnapshot();
  if (token || !user) return token;
  try {
    return await renewedToken(null);
  } catch (error) {
    if (error instanceof ApiError && error.status === 0) return null;
    throw error;
  }
}

/** The token for a request that only reads: as {@link currentToken}, but null after 5 s without an answer. */
export function tokenForReading(): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const enough = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, longestForReading, null);
  });
  return Promise.race([currentToken(), enough]).finally(() => clearTimeout(timer));
}

/**
 * A token in place of one that the server refused; null when there is none to be had. A session that is over is
 * ended. Any number of callers lead to one request.
 * @throws ApiError when the server gives none for now, or does not answer.
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

/** What comes of it is for the requests that need it: they ask again. */
function renewAhead(): void {
  currentToken().catch(() => undefined);
}

function followOtherTabs(): void {
  const kept = keptUser.read();
  const { user } = session.getSnapshot();
  if (user && kept?.id !== user.id) session.end('signed-out');
}

async function take(renewed: Renewed, userId: string): Promise<string | null> {
  // Somebody may have signed out, or in, meanwhile.
  if (session.getSnapshot().user?.id !== userId) return null;
  switch (renewed.outcome) {
    case 'renewed':
      // The cookie is somebody else's by now: nothing of this person's may be sent with their token.
      if (renewed.signedIn.user.id !== userId) {
        // It ends in this tab alone; whoever else is signed in on this device stays so.
        if (keptUser.read()?.id === userId) keptUser.forget();
        session.end('signed-out');
        return null;
      }
      hold(renewed.signedIn);
      return renewed.signedIn.accessToken;
    case 'over':
      endSession('expired');
      return null;
    case 'refused': {
      // Rare, and of no use to a page's first look.
      const { toApiError } = await import('../api/problem.ts');
      throw toApiError(renewed.answer, await renewed.answer.text().catch(() => ''));
    }
    case 'away':
      throw new ApiError({ kind: 'offline', status: 0 });
  }
}
