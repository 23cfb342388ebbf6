import express, { type RequestHandler } from 'express';
import type { EndpointDescription } from './endpoint.ts';
import { HttpProblem } from './problem.ts';
import { streamBody } from './stream-body.ts';
import { type BodyTimes, bodyTimes, tooSlow } from './too-slow.ts';

const jsonTypes = ['application/json', 'application/merge-patch+json'];

/**
 * Reads the body that an endpoint takes: JSON, unless it names other types. Anything else is 415, a
 * body that is too large 413, one that takes too long to arrive 408, malformed JSON 400.
 * @param maxBytes MAX_BODY_SIZE, where the endpoint has no limit of its own; counted after decompression.
 */
export function readBody(
  { bytes, stream, maxBodySize }: EndpointDescription,
  maxBytes: number,
  { whole, pause }: BodyTimes = bodyTimes,
): RequestHandler[] {
  const limit = maxBodySize ?? maxBytes;
  if (stream) return [only(stream), streamBody(limit, pause)];
  if (bytes) {
    const raw = express.raw({ limit, type: [...bytes], inflate: false });
    return [only(bytes), within(whole, raw)];
  }
  return [only(jsonTypes), within(whole, express.json({ limit, type: jsonTypes }))];
}

/** Waits only so long for a parser; what it says later, as it does when the client goes, is nothing new. */
function within(time: number, parser: RequestHandler): RequestHandler {
  return (request, response, next) => {
    let isOver = false;
    const goOn = (error?: unknown) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      next(error);
    };
    const timer = setTimeout(() => goOn(tooSlow()), time);
    return parser(request, response, goOn);
  };
}

function only(types: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    // `is` gives null when there is no body, but takes an empty one, as fetch announces it, for a body.
    const isEmpty = request.get('content-length') === '0';
    if (!isEmpty && request.is([...types]) === false) {
      throw new HttpProblem(415, `The Content-Type must be ${types.join(' or ')}.`);
    }
    next();
  };
}
