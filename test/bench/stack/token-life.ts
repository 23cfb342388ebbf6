/** Tokens are made once, and must be valid for as long as anything is measured. */
export const longLivedTokens = { ACCESS_TOKEN_TTL: '1d' } as const;
