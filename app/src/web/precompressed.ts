import { globSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

/** Codings that the build makes, the best first, and the ends of their files' names. */
const codings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * Turns a request for a file to the file as the build has compressed it, where there is one and the client takes
 * it. Stands before what sends the files.
 * @param folder looked at once: what is in it does not change while the app runs.
 */
export function precompressed(folder: string): RequestHandler {
  const files = new Set(globSync('*{.br,.gz}', { cwd: folder }));
  return (request, response, next) => {
    const name = request.path.slice(1);
    const there = codings.filter(([, ending]) => files.has(name + ending));
    if (there.length > 0) response.vary('Accept-Encoding');
    const coding = there.find(([token]) => request.acceptsEncodings(token));
    if (coding) {
      response.set('Content-Encoding', coding[0]).type(extname(name));
      request.url = request.path + coding[1];
    }
    next();
  };
}
