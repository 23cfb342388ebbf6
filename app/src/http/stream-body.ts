import type { Request, RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

/**
 * Hands on a body while it arrives, as an async iterable of bytes that fails with a problem when it
 * becomes larger than the limit or ends too early. A compressed body is refused: what it becomes
 * could not be known before.
 */
export function streamBody(limit: number): RequestHandler {
  return (request, response, next) => {
    const encoding = request.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity') {
      throw new HttpProblem(415, 'Send the body as it is, without Content-Encoding.');
    }
    if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge();
    request.body = bounded(request, limit);
    // What an early answer leaves unread would stand before the next request on the connection. Node
    // reads it off itself only where nobody has begun to.
    response.once('finish', () => request.resume());
    next();
  };
}

async function* bounded(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  // What is not read any more must not end the connection: the answer still goes through it.
  const chunks = request.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'The request ended before its body was complete.');
  }
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'The body is too large.');
}
