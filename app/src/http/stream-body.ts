import type { Request, RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';
import { type Pace, tooSlow } from './too-slow.ts';

/**
 * Hands on a body while it arrives, as an async iterable of bytes that fails with a problem when it
 * becomes larger than the limit, comes too slowly or ends too early. A compressed body is refused: what
 * it becomes could not be known before.
 * @param limit bytes
 */
export function streamBody(limit: number, pace: Pace): RequestHandler {
  return (request, response, next) => {
    const encoding = request.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity') {
      throw new HttpProblem(415, 'Send the body as it is, without Content-Encoding.');
    }
    if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge();
    request.body = bounded(request, limit, pace);
    // What an early answer leaves unread would stand before the next request on the connection. Node
    // reads it off itself only where nobody has begun to.
    response.once('finish', () => request.resume());
    next();
  };
}

async function* bounded(request: Request, limit: number, pace: Pace): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of arriving(request, pace)) {
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
async function* arriving(request: Request, pace: Pace): AsyncGenerator<Uint8Array> {
  // What is not read any more must not end the connection: the answer still goes through it.
  const chunks = request.iterator({ destroyOnReturn: false });
  let received = 0;
  let waited = 0;
  try {
    for (;;) {
      const start = performance.now();
      const { done, value } = await within(pace(received, waited), chunks.next());
      if (done) return;
      waited += performance.now() - start;
      received += value.length;
      yield value;
    }
  } finally {
    // When it was too slow, it would be waited for until the connection ends.
    void chunks.return?.();
  }
}

function within<T>(time: number, part: Promise<T>): Promise<T> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(tooSlow()), time);
  return Promise.race([part, over]).finally(() => clearTimeout(timer));
}

/** Before the whole has come; Envoy then ends the connection, and here the rest is read off. */
export function tooLarge(): HttpProblem {
  return new HttpProblem(413, 'The body is too large.');
}
