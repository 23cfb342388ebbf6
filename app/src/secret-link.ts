import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** 256 bits: nobody finds one by trying. */
const tokenBytes = 32;

/** A token that stands in a link and opens one thing for everybody who has it. */
export const linkToken = z
  .string()
  .regex(/^[\w-]{43}$/, 'is not a token')
  .meta({ description: 'The secret part of a link', example: 'x'.repeat(43) });

export function newLinkToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/**
 * What is stored instead of the token. A plain hash is enough for a random value of this length,
 * and looking up a hash tells by its time nothing of the token.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
