import type { Settings } from '@recipe-book/settings';
import { stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { RefreshToken } from './refresh-token.ts';

const refreshName = 'recipe_book_refresh';
const pageName = 'recipe_book_page';
/** Set by the front end (web/src/auth/server-sign-out.ts) while the server has not been told of a sign-out. */
const signedOutName = 'signed_out';

/** The cookie, as endpoints that read it declare it. */
export const refreshCookies = z.object({
  [refreshName]: z.string().optional().meta({ description: 'The refresh token' }),
});

/** Reads the refresh token. @returns empty text when there is none. */
export function refreshTokenOf(cookies: z.output<typeof refreshCookies>): string {
  return cookies[refreshName] ?? '';
}

/** Reads the page token. @returns empty text when there is none, or when somebody has signed out since. */
export function pageTokenOf(cookies: Readonly<Record<string, string | undefined>>): string {
  return cookies[signedOutName] === undefined ? (cookies[pageName] ?? '') : '';
}

/**
 * Keeps a session in the browser, where no script can read it, and never sent with a request of another site: the
 * refresh token, for the account's own endpoints only, and for the pages of recipes a token that reads them and nothing
 * else.
 */
export class SessionCookies {
  readonly #attributes: Omit<Parameters<typeof stringifySetCookie>[0], 'name' | 'value' | 'path'>;
  readonly #maxAge: number;

  constructor({ APP_ENV, REFRESH_TOKEN_TTL }: Pick<Settings, 'APP_ENV' | 'REFRESH_TOKEN_TTL'>) {
    this.#maxAge = REFRESH_TOKEN_TTL;
    this.#attributes = {
      httpOnly: true,
      sameSite: 'strict',
      // Developers use http://localhost, where some browsers refuse secure cookies.
      secure: APP_ENV !== 'development',
    };
  }

  /** Values of Set-Cookie that put a session into the browser. @param token the refresh token. */
  set(token: string): string[] {
    return this.#both(token, RefreshToken.read(token)?.pageToken ?? '', this.#maxAge);
  }

  /** Values of Set-Cookie that take it away. */
  clear(): string[] {
    return this.#both('', '', 0);
  }

  #both(refresh: string, page: string, maxAge: number): string[] {
    return [
      { name: refreshName, value: refresh, path: '/api/auth' },
      { name: pageName, value: page, path: '/recipes' },
    ].map((cookie) => stringifySetCookie({ ...cookie, maxAge, ...this.#attributes }));
  }
}
