import { api, getFiles, getPage, useToken } from '../api.ts';
import { environment } from '../environment.ts';
import type { Flow } from './flow.ts';

interface Session {
  readonly accessToken: string;
}

/**
 * Somebody comes for the first time: gets the page with its files, which the browser keeps, and signs in.
 * @param account number of the made-up account, from 1.
 */
export function signIn(account: number): Flow {
  return {
    name: 'sign in',
    weight: 0,
    run() {
      const files = getPage('/sign-in').matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g);
      getFiles([...new Set([...files].map(([, path = '']) => path))], 'GET /assets/*');
      useToken(newToken(account));
    },
  };
}

/** Signs in without a page. */
export function newToken(account: number): string {
  const { domain, password } = environment;
  const body = { email: `cook-${account}@${domain}`, password };
  return api<Session>('POST', '/api/auth/login', { body }).accessToken;
}

/** Somebody comes back: the page, and a new token for the one in the cookie. */
export const comeBack: Flow = {
  name: 'come back',
  weight: 0,
  run() {
    getPage('/recipes');
    const headers = { origin: environment.origin };
    useToken(api<Session>('POST', '/api/auth/refresh', { headers }).accessToken);
  },
};
