import { randomUUID } from 'node:crypto';
import type { Settings } from '@recipe-book/settings';
import type { RequestHandler } from 'express';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Tokens } from '../../../../app/src/auth/tokens.ts';

/** A well-formed id of the client's own is kept. */
const wellFormed = /^[\w.-]{1,128}$/;

/** Gives the request its id, where the app looks for it, and the answer. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given && wellFormed.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = id;
  response.set('X-Request-ID', id);
  next();
};

/** Verifies the access token and puts its claims where the app looks for them; one that does not hold is left out. */
export function verifyToken(tokens: Tokens, { JWT_ISSUER: issuer }: Settings): RequestHandler {
  const keys = createLocalJWKSet(tokens.keySet);
  return async (request, _response, next) => {
    delete request.headers['x-jwt-payload'];
    const [scheme, token] = request.get('authorization')?.split(' ') ?? [];
    if (scheme === 'Bearer' && token !== undefined) {
      const claims = await jwtVerify(token, keys, { issuer, audience: 'recipe-book' }).then(
        () => token.split('.')[1],
        () => undefined,
      );
      if (claims !== undefined) request.headers['x-jwt-payload'] = claims;
    }
    next();
  };
}
