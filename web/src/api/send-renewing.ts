/** Where the tokens of requests come from. */
export interface Tokens {
  /** The token to send; null when there is none to be had now. */
  readonly token: () => Promise<string | null>;
  /** A token in place of one that was refused; null when there is none. */
  readonly renew: (refused: string | null) => Promise<string | null>;
}

/** Sends a request with a token, and once more with a new one when that is refused. */
export async function sendRenewing<A extends { readonly status: number }>(
  { token, renew }: Tokens,
  send: (token: string | null) => Promise<A>,
): Promise<A> {
  const sent = await token();
  const answer = await send(sent);
  if (answer.status !== 401) return answer;
  const renewed = await renew(sent);
  return renewed && renewed !== sent ? send(renewed) : answer;
}
