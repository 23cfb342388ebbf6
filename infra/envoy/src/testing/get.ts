import http from 'node:http';
import https from 'node:https';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** One request over HTTP/1.1, on a connection of its own unless an agent is given. Rejects when there is no whole answer. */
export function get(
  port: number,
  path: string,
  { protocol = 'http:', ...options }: http.RequestOptions = {},
  body?: string | Buffer,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const { request: send } = protocol === 'https:' ? https : http;
  const request = send({
    ...{ host: '127.0.0.1', port, path, agent: false, rejectUnauthorized: false },
    ...options,
  });
  request.on('error', reject);
  request.on('response', async (response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of response) chunks.push(chunk);
    } catch (error) {
      return reject(error);
    }
    const bytes = Buffer.concat(chunks);
    const text = bytes.toString('utf8');
    return resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text });
  });
  request.end(body);
  return promise;
}
