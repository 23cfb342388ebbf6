import type { Reply } from '../http/endpoint.ts';
import { HttpProblem } from '../http/problem.ts';

/** Largest answer that is kept, bytes of JSON. A document of the database can have 16 MB. */
const maxBytes = 4 * 1024 * 1024;

/** Statuses that say nothing of the request itself: signing in, or coming again, may help. */
const passing = new Set([401, 408, 425, 429]);

/** The first answer to a request, as it is kept to be given again. */
type Kept =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'too large'; readonly headers: Reply['headers'] };

type Problem = Pick<HttpProblem, 'status' | 'detail' | 'code' | 'errors' | 'headers'>;

/** A reply as text. The body of one that is too large is left out. */
export function keptReply(reply: Reply): string {
  const text = write({ kind: 'reply', reply });
  if (Buffer.byteLength(text) <= maxBytes) return text;
  return write({ kind: 'too large', headers: reply.headers });
}

/** A problem as text. */
export function keptProblem({ status, detail, code, errors, headers }: HttpProblem): string {
  return write({ kind: 'problem', problem: { status, detail, code, errors, headers } });
}

/** True for a problem that the same request would meet again; false when the client may try again. */
export function isFinal({ status, headers }: HttpProblem): boolean {
  return status < 500 && !passing.has(status) && headers['Retry-After'] === undefined;
}

/** Gives an answer again. @throws HttpProblem when it was a problem, or too large to be kept. */
export function givenAgain(text: string): Reply {
  // Only what `write` made opens with the key.
  const kept = JSON.parse(text) as Kept;
  if (kept.kind === 'reply') return { ...kept.reply, headers: marked(kept.reply.headers) };
  if (kept.kind === 'too large') throw tooLarge(kept.headers);
  const { status, detail, ...options } = kept.problem;
  throw new HttpProblem(status, detail, { ...options, headers: marked(options.headers) });
}

function write(kept: Kept): string {
  return JSON.stringify(kept);
}

function marked(headers: Reply['headers']): Readonly<Record<string, string>> {
  return { ...headers, 'Idempotency-Replayed': 'true' };
}

function tooLarge(headers: Reply['headers']): HttpProblem {
  return new HttpProblem(
    409,
    'This was done already; its answer was too large to be kept, so read what it made.',
    { code: 'answer-not-kept', headers: marked(headers) },
  );
}
