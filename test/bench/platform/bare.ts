/**
 * A program: bare `node:http` on the port PORT that answers with the same bytes as the server at UPSTREAM. It asks there
 * once for each path and user, from where its client is, and says the same from then on.
 */
import http from 'node:http';
import { buffer } from 'node:stream/consumers';

const { PORT, UPSTREAM } = process.env;

interface Recorded {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

const answers = new Map<string, Recorded>();

const server = http.createServer(async (request, response) => {
  const key = `${request.url} ${request.headers.authorization}`;
  const known = answers.get(key) ?? (await record(request));
  if (known.status !== 503) answers.set(key, known);
  request.resume();
  response.writeHead(known.status, known.headers).end(known.body);
});
server.listen(Number(PORT), '127.0.0.1');

async function record(from: http.IncomingMessage): Promise<Recorded> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { method, headers, socket } = from;
  // Who is refused there is so by its address.
  const options = { method, headers, localAddress: socket.remoteAddress, agent: false } as const;
  from.pipe(http.request(`${UPSTREAM}${from.url}`, options, resolve).on('error', reject));
  const answer = await promise;
  const { 'transfer-encoding': _chunked, connection: _ours, ...others } = answer.headers;
  const body = await buffer(answer);
  const told = { ...others, 'content-length': String(body.length) };
  return { status: answer.statusCode ?? 0, headers: told, body };
}
