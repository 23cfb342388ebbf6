import type { SignedIn } from './session.ts';

/** What came of asking for a new token. */
export type Renewed =
  | { readonly outcome: 'renewed'; readonly signedIn: SignedIn }
  | { readonly outcome: 'over' }
  /** Not now: too many requests, or a server that fails. The session goes on. */
  | { readonly outcome: 'refused'; readonly answer: Response }
  /** No answer, so nobody knows whether the session goes on. */
  | { readonly outcome: 'away' };

/** Longest wait for a new token, ms. */
const timeout = 20_000;

/**
 * Asks for a new token; the browser adds the session's cookie. One tab asks at a time: each answer brings the cookie
 * that the next must be asked with, and a cookie that was used long ago ends the session. Never rejects.
 */
export async function requestRenewal(): Promise<Renewed> {
  const signal = AbortSignal.timeout(timeout);
  try {
    // Pages that came by plain http know no locks.
    const locks = navigator.locks as LockManager | undefined;
    return await (locks ? locks.request('renewal', { signal }, () => ask(signal)) : ask(signal));
  } catch {
    return { outcome: 'away' };
  }
}

async function ask(signal: AbortSignal): Promise<Renewed> {
  const answer = await fetch('/api/auth/refresh', { method: 'POST', signal });
  if (answer.status === 401 || answer.status === 403) return { outcome: 'over' };
  if (!answer.ok) return { outcome: 'refused', answer };
  const signedIn: SignedIn = await answer.json();
  return { outcome: 'renewed', signedIn };
}
