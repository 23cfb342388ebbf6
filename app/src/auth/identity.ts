import { z } from 'zod';
import { objectId } from '../database/object-id.ts';

/** The claims of an access token that the app needs; its end and issuer are checked by Envoy. */
const claimsSchema = z.object({ sub: objectId });

/**
 * Reads the id of the user from the claims that Envoy passes on after it has verified the token.
 * @param header `x-jwt-payload`: JSON in base64url. Envoy drops it from requests of clients.
 * @returns `undefined` for anonymous requests, and for a header that is not of this shape.
 */
export function readUserId(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return claimsSchema.safeParse(claims).data?.sub;
  } catch {
    return undefined;
  }
}
