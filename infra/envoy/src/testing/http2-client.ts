import http2, { type ClientHttp2Session, type OutgoingHttpHeaders } from 'node:http2';

/** A connection over HTTP/2. @param origin `http://127.0.0.1:8080`, or the same with `https`. */
export function openHttp2(origin: string): ClientHttp2Session {
  const session = http2.connect(origin, { rejectUnauthorized: false });
  // Its requests fail too, each for itself.
  session.on('error', () => undefined);
  return session;
}

/** One request. Rejects when there is no whole answer. */
export function send(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  body?: Buffer,
): Promise<{ headers: http2.IncomingHttpHeaders; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    headers: http2.IncomingHttpHeaders;
    text: string;
  }>();
  const stream = session.request(headers);
  const chunks: Buffer[] = [];
  let answer: http2.IncomingHttpHeaders | undefined;
  stream.on('response', (given) => {
    answer = given;
  });
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('error', reject);
  stream.on('close', () => {
    if (answer) resolve({ headers: answer, text: Buffer.concat(chunks).toString('utf8') });
    else reject(new Error('The stream was closed without an answer.'));
  });
  stream.end(body);
  return promise;
}
