import { once } from 'node:events';
import type { Request, Response } from 'express';
import type { Content } from './endpoint.ts';

/** Sends what is not JSON; a stream ends when its source does or the client goes away. */
export async function sendContent(
  { type, data }: Content,
  request: Request,
  response: Response,
): Promise<void> {
  response.type(type);
  if (typeof data !== 'function') {
    response.send(typeof data === 'string' ? data : Buffer.from(data));
    return;
  }
  // No proxy may hold back what is meant for now.
  response.set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.flushHeaders();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    for await (const text of data(gone.signal)) {
      if (response.destroyed) break;
      if (!response.write(text)) await once(response, 'drain', { signal: gone.signal });
    }
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
  response.end();
}
