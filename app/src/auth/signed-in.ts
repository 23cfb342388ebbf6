import type { Reply } from '../http/endpoint.ts';
import { SessionCookies } from '../sessions/cookies.ts';
import type { Account } from '../users/service.ts';
import type { AuthParts } from './parts.ts';

/** Answers of endpoints that sign users in and out. */
export class SignedIn {
  readonly #parts: AuthParts;
  readonly #cookies: SessionCookies;

  constructor(parts: AuthParts) {
    this.#parts = parts;
    this.#cookies = new SessionCookies(parts.settings);
  }

  /** Starts a session: for users who have just registered or given their password. */
  async start(status: 200 | 201, { user, passwordVersion }: Account): Promise<Reply> {
    const token = await this.#parts.sessions.start({ id: user.id, passwordVersion });
    return this.goOn(status, { user, passwordVersion }, token);
  }

  /** Goes on with a session. @param token the next refresh token. */
  async goOn(status: 200 | 201, { user }: Account, token: string): Promise<Reply> {
    const accessToken = await this.#parts.tokens.issue(user.id);
    return { status, body: { accessToken, user }, cookies: this.#cookies.set(token) };
  }

  /** Takes the session out of the browser. */
  end(): Reply {
    return { status: 204, cookies: this.#cookies.clear() };
  }
}
