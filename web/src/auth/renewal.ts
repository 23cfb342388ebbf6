import type { SignedIn } from './session.ts';

/** What came of asking for a new token. `away`: no answer, so nobody knows whether the session goes on. */
export type Renewed =
  | { readonly outcome: 'renewed'; readonly signedIn: SignedIn }
  | { readonly outcome: 'over' }
  | { readonly outcome: 'away' };

/** Longest wait for a new token, ms. */
const timeout = 20_000;

/** Asks for a new token; the browser adds the session's cookie. Never rejects. */
export async function requestRenewal(): Promise<Renewed> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch('/api/auth/refresh', { method: 'POST', signal });
    if (response.status === 401 || response.status === 403) return { outcome: 'over' };
    if (!response.ok) return { outcome: 'away' };
    const signedIn: SignedIn = await response.json();
    return { outcome: 'renewed', signedIn };
  } catch {
    return { outcome: 'away' };
  }
}
