import { parseSetCookie, type SetCookie } from 'cookie';

/** The refresh token's cookie that an answer sets. @throws when it sets none, or several. */
export function setCookieOf(answer: { headers: Record<string, unknown> }): SetCookie {
  const header = answer.headers['set-cookie'];
  const cookies = Array.isArray(header) ? header.map((value) => parseSetCookie(String(value))) : [];
  const [cookie, ...others] = cookies.filter(({ name }) => name === 'recipe_book_refresh');
  if (!cookie || others.length > 0) throw new Error('There is not one cookie.');
  return cookie;
}

/** What a browser then sends with its next request. */
export function cookieOf(answer: { headers: Record<string, unknown> }): { Cookie: string } {
  const { name, value } = setCookieOf(answer);
  return { Cookie: `${name}=${value}` };
}
