import type { User } from '../users/schemas.ts';
import type { Tokens } from './tokens.ts';

/** What a user gets who has just registered or signed in. */
export async function startSession(tokens: Tokens, user: User) {
  return { accessToken: await tokens.issue(user.id), user };
}
