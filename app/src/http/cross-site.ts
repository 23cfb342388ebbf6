import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something and that a page of another origin had a browser send.
 * Browsers say so in `Sec-Fetch-Site`; older ones, and any over plain HTTP, only in `Origin`. Other
 * clients send neither and carry no cookie by themselves. So does `CrossOriginProtection` of Go's net/http.
 * @param trusted origins whose pages may, if they bring no cookie: what they do, they do by a token of their own.
 */
export function refuseCrossSite(trusted: readonly string[] = []): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    const byToken = request.get('cookie') === undefined;
    if (
      !safeMethods.has(request.method) &&
      isCrossSite(request.get('sec-fetch-site'), origin, request.get('host')) &&
      !(byToken && origin !== undefined && trusted.includes(origin))
    ) {
      throw new HttpProblem(403, 'This request came from a page of another site; it is refused.', {
        code: 'cross-site',
      });
    }
    next();
  };
}

function isCrossSite(
  fetchSite: string | undefined,
  origin: string | undefined,
  host: string | undefined,
): boolean {
  if (fetchSite !== undefined) return fetchSite !== 'same-origin' && fetchSite !== 'none';
  return origin !== undefined && URL.parse(origin)?.host !== host;
}
