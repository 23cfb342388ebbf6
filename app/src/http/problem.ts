import { STATUS_CODES } from 'node:http';

/** One thing that is wrong with the input. */
export interface InputError {
  /** Where it stands, such as `ingredients.0.name`; empty for the input as a whole. */
  readonly path: string;
  readonly message: string;
}

interface ProblemOptions {
  /** Last part of `type`, for problems that a client may want to tell apart from others of the same status. */
  readonly code?: string | undefined;
  readonly errors?: readonly InputError[] | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An answer that is not a success, as RFC 9457 describes it. All that it holds is public.
 * `type` is `about:blank` when the status says it all.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly code: string | undefined;
  readonly errors: readonly InputError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.type = options.code ? `urn:recipe-book:problem:${options.code}` : 'about:blank';
    this.title = STATUS_CODES[status] ?? 'Error';
    this.detail = detail;
    this.code = options.code;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** 400 that lists every field that is wrong. */
export function invalidInput(errors: readonly InputError[]): HttpProblem {
  return new HttpProblem(400, 'The request holds values that are not allowed; see errors.', {
    code: 'invalid-input',
    errors,
  });
}

/** 401 for a request without a valid access token. */
export function signInNeeded(): HttpProblem {
  return new HttpProblem(401, 'Sign in and send the access token as a bearer token.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}
