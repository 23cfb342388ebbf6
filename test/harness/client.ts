import { randomInt } from 'node:crypto';
import http from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** From sending to the end of the answer, in milliseconds. */
  readonly ms: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly json: any;
}

export interface Call {
  /** Default: this machine. */
  readonly host?: string;
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  /** Loopback address to call from: each is a client of its own for the rate limits. */
  readonly from?: string;
  readonly token?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  /** Sent as JSON; a string or buffer is sent as it is. */
  readonly body?: unknown;
  readonly agent?: http.Agent;
  /** Rejects when nothing comes for so long, milliseconds; default: waits for ever. */
  readonly silence?: number;
}

/** Sends one request over HTTP/1.1 to an ingress. Rejects when there is no whole answer. */
export function call({
  host = '127.0.0.1',
  port,
  path,
  method = 'GET',
  from,
  token,
  headers,
  body,
  agent,
  silence = 0,
}: Call): Promise<Answer> {
  const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  const payload = raw ? body : JSON.stringify(body);
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host,
        port,
        path,
        method,
        agent: agent ?? false,
        ...(from ? { localAddress: from } : {}),
        headers: {
          ...(payload === undefined
            ? {}
            : {
                'content-type': 'application/json',
                'content-length': Buffer.byteLength(payload as string),
              }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            ms: performance.now() - begin,
            get json() {
              return JSON.parse(text);
            },
          });
        });
      },
    );
    request.setTimeout(silence, () => request.destroy(new Error(`silent for ${silence} ms`)));
    request.on('error', reject);
    request.end(payload);
  });
}

/** A loopback address that no other test is likely to use: a client with a fresh rate limit. */
export function freshAddress(): string {
  return `127.${randomInt(1, 255)}.${randomInt(0, 255)}.${randomInt(1, 255)}`;
}

/** Runs `total` calls, at most `concurrency` at a time. */
export async function repeat<T>(
  total: number,
  concurrency: number,
  one: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    while (next < total) {
      const index = next++;
      results[index] = await one(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(total, concurrency) }, worker));
  return results;
}

/** How often each status came. */
export function statuses(answers: readonly Answer[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
