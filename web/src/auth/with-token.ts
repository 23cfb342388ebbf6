import { currentToken, renewedToken } from './keep-session.ts';

/**
 * Sends a request that the API's client cannot, such as one that tells of its progress: with the session's token,
 * and once more with a new one when that is refused.
 */
export async function withToken<A extends { readonly status: number }>(
  send: (token: string | null) => Promise<A>,
): Promise<A> {
  const token = await currentToken();
  const answer = await send(token);
  if (answer.status !== 401) return answer;
  const renewed = await renewedToken(token);
  return renewed && renewed !== token ? send(renewed) : answer;
}
