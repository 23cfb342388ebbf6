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

/** Asks for a new token; the browser adds the session's cookie. Never rejects. */
export async function requestRenewal(): Promise<Renewed> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const answer = await fetch('/api/auth/refresh', { method: 'POST', signal });
    if (answer.status === 401 || answer.status === 403) return { outcome: 'over' };
    if (!answer.ok) return { outcome: 'refused', answer };
    const signedIn: SignedIn = await answer.json();
    return { outcome: 'renewed', signedIn };
  } catch {
    return { outcome: 'away' };
  }
}
