import type { BrowserContext } from 'playwright-core';
import type { TestUser } from './users.ts';

/** Signs somebody in for all pages of a browser, without a form: the session is in the cookie. */
export async function signIn(
  context: BrowserContext,
  origin: string,
  { email, password }: Pick<TestUser, 'email' | 'password'>,
): Promise<void> {
  const answer = await context.request.post(`${origin}/api/auth/login`, {
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`Signing in failed: ${answer.status()}`);
}
