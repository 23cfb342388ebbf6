import http from 'node:http';
import type { Request } from './endpoints.ts';

/** Sends the request once, on a connection of its own. @returns bytes of the answer, with its headers. */
export function bytesOnTheWire({ url, method, headers, body, from }: Request): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const options = { method, headers, agent: false, ...(from && { localAddress: from }) };
  const request = http.request(url, options, (response) => {
    const { socket } = response;
    response.resume().once('end', () => resolve(socket.bytesRead));
  });
  request.once('error', reject).end(body);
  return promise;
}
