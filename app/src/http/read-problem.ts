import { DatabaseAway, isDatabaseAway } from '../database/errors.ts';
import { ChangedAllTheTime, ChangedMeanwhile } from '../database/versions.ts';
import { Unavailable } from '../unavailable.ts';
import { HttpProblem } from './problem.ts';

/** What a parser or the router says was wrong with a request; by `type` or status, never by message. */
const bodyProblems: Readonly<Record<string, string>> = {
  'entity.parse.failed': 'The body is not valid JSON.',
  'entity.too.large': 'The body is too large.',
  'charset.unsupported': 'The body must be encoded as UTF-8.',
  'encoding.unsupported': 'The Content-Encoding of the body is not supported.',
  'request.aborted': 'The request ended before its body was complete.',
  'request.size.invalid': 'The length of the body is not what Content-Length says.',
};

/**
 * The problem to answer with, or `undefined` when the error is not expected.
 * Messages of libraries are not passed on: those of JSON.parse, for one, quote the body.
 */
export function readProblem(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Unavailable) return unavailable(error);
  // What the driver throws, as if it were ours.
  if (isDatabaseAway(error)) return unavailable(new DatabaseAway());
  if (error instanceof ChangedMeanwhile) return changedMeanwhile();
  if (error instanceof ChangedAllTheTime) return busy();
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const { status } = error;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const type = 'type' in error && typeof error.type === 'string' ? error.type : '';
  return new HttpProblem(status, bodyProblems[type] ?? 'The request is not well-formed.');
}

function unavailable({ code, detail, retryAfter }: Unavailable): HttpProblem {
  return new HttpProblem(503, detail, { code, headers: { 'Retry-After': String(retryAfter) } });
}

function changedMeanwhile(): HttpProblem {
  return new HttpProblem(
    412,
    'This was changed meanwhile; read it again and repeat your change on what it now is.',
    { code: 'changed-meanwhile' },
  );
}

function busy(): HttpProblem {
  return new HttpProblem(409, 'Others are changing the same thing all the time; try again.', {
    code: 'busy',
    headers: { 'Retry-After': '1' },
  });
}
