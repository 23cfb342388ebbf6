import type { Request, RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';
import { tooSlow } from './too-slow.ts';

/**
 * Hands on a body while it arrives, as an async iterable of bytes that fails with a problem when it
 * becomes larger than the limit, stops for too long or ends too early. A compressed body is refused:
 * what it becomes could not be known before.
 * @param limit bytes
 * @param pause milliseconds without a byte while one is waited for.
 */
export function streamBody(limit: number, pause: number): RequestHandler {
  return (request, response, next) => {
    const encoding = request.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity') {
      throw new HttpProblem(415, 'Send the body as it is, without Content-Encoding.');
    }
    if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge();
    request.body = bounded(request, limit, pause);
    // What an early answer leaves unread would stand before the next request on the connection. Node
    // reads it off itself only where nobody has begun to.
    response.once('finish', () => request.resume());
    next();
  };
}

async function* bounded(
  request: Request,
  limit: number,
  pause: number,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of arriving(request, pause)) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'The request ended before its body was complete.');
  }
}

/** The parts of a body. Whoever is slow to take them is given the time. */
async function* arriving(request: Request, pause: number): AsyncGenerator<Uint8Array> {
  // What is not read any more must not end the connection: the answer still goes through it.
  const chunks = request.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const { done, value } = await withoutPause(chunks.next(), pause);
      if (done) return;
      yield value;
    }
  } finally {
    // After a pause it would be waited for until the connection ends.
    void chunks.return?.();
  }
}

function withoutPause<T>(part: Promise<T>, pause: number): Promise<T> {
  const { promise: paused, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooSlow()), pause);
  return Promise.race([part, paused]).finally(() => clearTimeout(timer));
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'The body is too large.');
}
