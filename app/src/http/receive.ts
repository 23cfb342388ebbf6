import type { RequestHandler } from 'express';
import { limitAtOnce } from './at-once.ts';
import { readBody } from './body.ts';
import type { EndpointDescription } from './endpoint.ts';
import { type BodyTimes, bodyTimes } from './too-slow.ts';

/**
 * Reads the body of a request when its turn has come. One of JSON is small and read before, so that
 * whoever sends it slowly keeps no place from others.
 * @param maxBytes MAX_BODY_SIZE, where the endpoint has no limit of its own.
 */
export function receive(
  description: EndpointDescription,
  maxBytes: number,
  times: BodyTimes = bodyTimes,
): RequestHandler[] {
  const turn = limitAtOnce(description);
  const body = readBody(description, maxBytes, times);
  const isLarge = (description.bytes ?? description.stream) !== undefined;
  return isLarge ? [...turn, ...body] : [...body, ...turn];
}
