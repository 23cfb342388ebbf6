import express, { type RequestHandler } from 'express';
import { BodyMemory, gatherBody } from './body-memory.ts';
import type { EndpointDescription } from './endpoint.ts';
import { HttpProblem } from './problem.ts';
import { streamBody, tooLarge } from './stream-body.ts';
import { type BodyTimes, bodyTimes, steady, tooSlow, unhurried } from './too-slow.ts';

const json = 'application/json';
/** Of changes to some fields (RFC 7396). */
const mergePatch = 'application/merge-patch+json';

/** Media types of the bodies that an endpoint takes. */
export function bodyTypesOf({ method, bytes, stream }: EndpointDescription): readonly string[] {
  return bytes ?? stream ?? (method === 'patch' ? [json, mergePatch] : [json]);
}

/** How many of the largest bodies that an endpoint takes as bytes are held at a time. */
const largestHeld = 8;
/** How long a body may stand still for lack of memory, milliseconds. Envoy waits for longer. */
const patience = 15_000;

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
  const { bytes, stream, maxBodySize: limit = maxBytes } = description;
  const type = [...bodyTypesOf(description)];
  if (stream) return [only(type), streamBody(limit, unhurried(times))];
  if (bytes) {
    const memory = new BodyMemory(largestHeld * limit, patience);
    return [only(type), streamBody(limit, steady(times)), gatherBody(memory)];
  }
  return [only(type), atOnce(limit, times.whole, express.json({ limit, type }))];
}

/**
 * Refuses at once, where a parser reads off what is left of a body before it says that it is too large, and waits
 * only so long for it. What the parser says later, as it does when the client goes, is nothing new.
 * @param limit bytes as they come
 */
function atOnce(limit: number, time: number, parser: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge();
    let isOver = false;
    const goOn = (error?: unknown) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      next(error);
    };
    const timer = setTimeout(() => goOn(tooSlow()), time);
    void parser(request, response, goOn);
    // Whoever is not done reads already; to listen begins to read.
    if (isOver) return;
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) goOn(tooLarge());
    });
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
