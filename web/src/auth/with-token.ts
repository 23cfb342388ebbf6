import { sendRenewing } from '../api/send-renewing.ts';
import { currentToken, renewedToken } from './keep-session.ts';

/** Sends a request that the API's client cannot, such as one that tells of its progress, with the session's token. */
export function withToken<A extends { readonly status: number }>(
  send: (token: string | null) => Promise<A>,
): Promise<A> {
  return sendRenewing({ token: currentToken, renew: renewedToken }, send);
}
