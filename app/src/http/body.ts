import express, { type RequestHandler } from 'express';
import type { EndpointDescription } from './endpoint.ts';
import { HttpProblem } from './problem.ts';
import { streamBody } from './stream-body.ts';
import { type BodyTimes, bodyTimes, tooSlow } from './too-slow.ts';

const json = 'application/json';
/** Of changes to some fields (RFC 7396). */
const mergePatch = 'application/merge-patch+json';

/** Media types of the bodies that an endpoint takes. */
export function bodyTypesOf({ method, bytes, stream }: EndpointDescription): readonly string[] {
  return bytes ?? stream ?? (method === 'patch' ? [json, mergePatch] : [json]);
}

/**
 * Reads the body that an endpoint takes: JSON, unless it names other types. Anything else is 415, a
 * body that is too large 413, one that takes too long to arrive 408, malformed JSON 400.
 * @param maxBytes MAX_BODY_SIZE, where the endpoint has no limit of its own; counted after decompression.
 */
export function readBody(
  description: EndpointDescription,
  maxBytes: number,
  times: BodyTimes = bodyTimes,
): RequestHandler[] {
  const { bytes, stream, atOnce, maxBodySize: limit = maxBytes } = description;
  const type = [...bodyTypesOf(description)];
  if (stream) return [only(type), streamBody(limit, times.pause)];
  const parser = bytes
    ? express.raw({ limit, type, inflate: false })
    : express.json({ limit, type });
  return [only(type), within(times, atOnce !== undefined, parser)];
}

/**
 * Waits only so long for a parser; what it says later, as it does when the client goes, is nothing new.
 * @param inTurn whether others wait until the body is there: it must then come at some speed.
 */
function within(
  { whole, least, grace }: BodyTimes,
  inTurn: boolean,
  parser: RequestHandler,
): RequestHandler {
  return (request, response, next) => {
    const { socket } = request;
    const [start, before] = [performance.now(), socket.bytesRead];
    let isOver = false;
    const goOn = (error?: unknown) => {
      if (isOver) return;
      isOver = true;
      clearInterval(watch);
      next(error);
    };
    const watch = setInterval(() => {
      const time = performance.now() - start;
      const isSlow = inTurn && time > grace && socket.bytesRead - before < (least * time) / 1000;
      if (isSlow || time > whole) goOn(tooSlow());
    }, Math.min(whole, grace) / 5);
    return parser(request, response, goOn);
  };
}

function only(types: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    // `is` gives null when there is no body, but takes an empty one, as fetch announces it, for a body.
    const isEmpty = request.get('content-length') === '0';
    if (!isEmpty && request.is([...types]) === false) {
      throw new HttpProblem(415, `The Content-Type must be ${types.join(' or ')}.`, {
        headers: { Accept: types.join(', ') },
      });
    }
    next();
  };
}
