import { text } from 'node:stream/consumers';
import { type FrontSite, frontSite, sendOn } from './front-site.ts';

/** A stack's site as it will be: the files of the build stay as they are, since other tests use them too. */
export interface NextRelease extends FrontSite {
  /** From now on the service worker is another one. */
  release(): void;
}

/** @param port of the stack's ingress. */
export async function nextRelease(port: number): Promise<NextRelease> {
  let isOut = false;
  const site = await frontSite(port, async (path, answer, response) => {
    if (!isOut || path !== '/service-worker.js') return sendOn(answer, response);
    const { 'content-length': _, ...headers } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, headers);
    response.end(`${await text(answer)}// another release\n`);
  });
  const release = () => {
    isOut = true;
  };
  return { ...site, release };
}
