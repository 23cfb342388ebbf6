import type { Settings } from '@recipe-book/settings';
import { stringifySetCookie } from 'cookie';
import { z } from 'zod';

const name = 'recipe_book_refresh';

/** The cookie, as endpoints that read it declare it. */
export const refreshCookies = z.object({
  [name]: z.string().optional().meta({ description: 'The refresh token' }),
});

/** Reads the refresh token. @returns empty text when there is none. */
export function refreshTokenOf(cookies: z.output<typeof refreshCookies>): string {
  return cookies[name] ?? '';
}

/**
 * Keeps the refresh token in the browser, where no script can read it, and which sends it to the
 * account's own endpoints only, and never with a request of another site.
 */
export class RefreshCookie {
  readonly #attributes: Omit<Parameters<typeof stringifySetCookie>[0], 'name' | 'value'>;
  readonly #maxAge: number;

  constructor({ APP_ENV, REFRESH_TOKEN_TTL }: Pick<Settings, 'APP_ENV' | 'REFRESH_TOKEN_TTL'>) {
    this.#maxAge = REFRESH_TOKEN_TTL;
    this.#attributes = {
      path: '/api/auth',
      httpOnly: true,
      sameSite: 'strict',
      // Developers use http://localhost, where some browsers refuse secure cookies.
      secure: APP_ENV !== 'development',
    };
  }

  /** Headers that put a token into the browser. */
  set(token: string) {
    return this.#headers(token, this.#maxAge);
  }

  /** Headers that take it away. */
  clear() {
    return this.#headers('', 0);
  }

  #headers(value: string, maxAge: number): { 'Set-Cookie': string } {
    return { 'Set-Cookie': stringifySetCookie({ name, value, maxAge, ...this.#attributes }) };
  }
}
