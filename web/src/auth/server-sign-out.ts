import { deviceStorage } from '../device-storage.ts';

/** Kept while the server has not been told: the cookie, which only it can take away, still opens the session. */
const storageKey = 'sign-out-owed';
/** How long pages are kept empty at most, seconds: a year, longer than sessions usually last (REFRESH_TOKEN_TTL). */
const cookieAge = 365 * 24 * 60 * 60;
/** Who signs out waits so long for the server, ms. */
const timeout = 5_000;

let telling: Promise<void> | undefined;

/** Ends the session on the server; what cannot be told now is owed. Never rejects. */
export function signOutOnServer(): Promise<void> {
  deviceStorage.setItem(storageKey, '');
  tellPages(cookieAge);
  return tellOnce();
}

/** Tells the server of a sign-out that is owed. Whoever signs in waits for it: the late answer would take their cookie. */
export function settleSignOut(): Promise<void> {
  return deviceStorage.getItem(storageKey) === null ? Promise.resolve() : tellOnce();
}

/** Somebody has signed in: the cookie is theirs, and the owed session has none any more. */
export function forgetOwedSignOut(): void {
  deviceStorage.removeItem(storageKey);
  tellPages(0);
}

/** Pages of recipes are read by a cookie that no script can take away; with this one they come without the recipe. */
function tellPages(maxAge: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser.
  document.cookie = `signed_out=1; path=/recipes; max-age=${maxAge}; samesite=lax`;
}

function tellOnce(): Promise<void> {
  telling ??= tell().finally(() => {
    telling = undefined;
  });
  return telling;
}

async function tell(): Promise<void> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const { ok } = await fetch('/api/auth/logout', { method: 'POST', signal });
    if (ok) forgetOwedSignOut();
  } catch {
    // At the next start, or when there is a network again.
  }
}
