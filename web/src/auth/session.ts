import type { User } from '@recipe-book/app/schemas/users';

/** What signing in, creating an account and renewing a session answer. */
export interface SignedIn {
  accessToken: string;
  user: User;
}

/** Who is signed in now, and if nobody is, how the last session ended. */
export interface SessionState {
  user: User | null;
  /** Null for somebody who was signed in when the page was left, until the session is renewed. */
  token: string | null;
  ended: 'never-begun' | 'signed-out' | 'expired';
}

/**
 * Holds the session. The token is in memory only: a script that gets into the page later finds none in
 * any storage. Fits React's `useSyncExternalStore`.
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

  /** Takes up who was signed in when the page was left; a token comes with the first renewal. */
  recall(user: User): void {
    this.#set({ user, token: null, ended: 'never-begun' });
  }

  /** Shows what the person has changed about themselves. */
  changeUser(user: User): void {
    this.#set({ ...this.#state, user });
  }

  end(how: 'signed-out' | 'expired'): void {
    this.#set({ user: null, token: null, ended: how });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The one session of this tab. */
export const session = new Session();
