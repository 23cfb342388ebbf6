import express, { type RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

const jsonTypes = ['application/json', 'application/merge-patch+json'];

const onlyJson: RequestHandler = (request, _response, next) => {
  // `is` gives null when there is no body, but takes the one of no bytes that browsers send for one.
  const empty = request.get('content-length') === '0';
  if (!empty && request.is(jsonTypes) === false) {
    throw new HttpProblem(415, `The Content-Type must be ${jsonTypes[0]}.`);
  }
  next();
};

/**
 * Reads JSON bodies; anything else is 415, a body that is too large 413, malformed JSON 400.
 * @param maxBytes MAX_BODY_SIZE, counted after decompression.
 */
export function jsonBody(maxBytes: number): RequestHandler[] {
  return [onlyJson, express.json({ limit: maxBytes, type: jsonTypes })];
}
