import type { RequestHandler } from 'express';
import type { Tokens } from './tokens.ts';

/** `/.well-known/jwks.json`: where Envoy gets the public keys from. */
export function keySet(tokens: Tokens): RequestHandler {
  return (_request, response) => {
    response.set('Cache-Control', 'public, max-age=300').json(tokens.keySet);
  };
}
