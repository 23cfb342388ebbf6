import { parseCookie } from 'cookie';
import { type RequestHandler, Router } from 'express';
import { sendContent } from './content.ts';
import { currentRequest } from './context.ts';
import type { Endpoint } from './endpoint.ts';
import { HttpProblem, signInNeeded } from './problem.ts';

/**
 * Serves endpoints by Express; other methods on their paths are answered 405.
 * @param before handlers that a request to an endpoint goes through first.
 */
export function mount(
  endpoints: readonly Endpoint[],
  before: (operation: Endpoint) => RequestHandler[],
): Router {
  // One spelling a path: Envoy counts by path, so another one must not lead to the same place.
  const router = Router({ caseSensitive: true, strict: true });
  for (const [path, operations] of Map.groupBy(endpoints, ({ path }) => path)) {
    const route = router.route(path);
    for (const operation of operations) {
      const handlers = [onlyForUsers(operation), ...before(operation), serve(operation)];
      route[operation.method](...handlers);
    }
    route.all(methodNotAllowed(operations));
  }
  return router;
}

/** Anonymous requests are refused before anything waits for the database or reads a body. */
function onlyForUsers(operation: Endpoint): RequestHandler {
  return (_request, _response, next) => {
    if (operation.signedIn && currentRequest()?.userId === undefined) throw signInNeeded();
    next();
  };
}

function serve(operation: Endpoint): RequestHandler {
  return async (request, response) => {
    const reply = await operation.run({
      params: request.params,
      query: request.query,
      headers: request.headers,
      body: request.body,
      cookies: operation.cookies && parseCookie(request.headers.cookie ?? ''),
      userId: currentRequest()?.userId,
    });
    response.set('Cache-Control', operation.cacheControl ?? standardCaching(operation));
    response.status(reply.status).set(reply.headers ?? {});
    if (reply.cookies) response.append('Set-Cookie', [...reply.cookies]);
    if (reply.content) await sendContent(reply.content, request, response);
    else if (reply.body === undefined) response.end();
    else response.json(reply.body);
  };
}

/** Answers belong to one user. */
function standardCaching({ method }: Endpoint): string {
  return method === 'get' ? 'private, no-cache' : 'no-store';
}

function methodNotAllowed(operations: readonly Endpoint[]): RequestHandler {
  const methods = operations.map(({ method }) => method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return (request) => {
    throw new HttpProblem(405, `${request.method} is not possible here; possible: ${allow}.`, {
      headers: { Allow: allow },
    });
  };
}
