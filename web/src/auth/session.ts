/** The signed-in person, as the API shows them. */
interface User {
  id: string;
  email: string;
  name: string;
}

/** What signing in and creating an account answer. */
export interface SignedIn {
  accessToken: string;
  user: User;
}

/** Who is signed in now, and if nobody is, how the last session ended. */
export interface SessionState {
  user: User | null;
  token: string | null;
  ended: 'never-begun' | 'signed-out' | 'expired';
}

/**
 * Holds the session in memory only: a script that gets into the page later finds no token in any
 * storage. Fits React's `useSyncExternalStore`.
 */
export class Session {
  #state: SessionState = { user: null, token: null, ended: 'never-begun' };
  readonly #listeners = new Set<() => void>();

  readonly getSnapshot = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  begin({ accessToken, user }: SignedIn): void {
    this.#set({ user, token: accessToken, ended: 'never-begun' });
  }

  signOut(): void {
    this.#set({ user: null, token: null, ended: 'signed-out' });
  }

  /** Ends the session because the server refused `token`; a late refusal of an older one is ignored. */
  expire(token: string): void {
    if (token === this.#state.token) this.#set({ user: null, token: null, ended: 'expired' });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The one session of this tab. */
export const session = new Session();
