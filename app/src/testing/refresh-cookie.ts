import { parseSetCookie, type SetCookie } from 'cookie';

/** The cookie that an answer sets. @throws when it sets none, or several. */
export function setCookieOf(answer: { headers: Record<string, unknown> }): SetCookie {
  const header = answer.headers['set-cookie'];
  if (!Array.isArray(header) || header.length !== 1) throw new Error('There is not one cookie.');
  return parseSetCookie(String(header[0]));
}

/** What a browser then sends with its next request. */
export function cookieOf(answer: { headers: Record<string, unknown> }): { Cookie: string } {
  const { name, value } = setCookieOf(answer);
  return { Cookie: `${name}=${value}` };
}
