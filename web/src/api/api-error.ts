/** One thing wrong with one field of what was sent; `path` is dotted, as in `ingredients.0.name`. */
export interface FieldError {
  path: string;
  message: string;
}

/** What went wrong, in a word: the app's texts have a title and a sentence for each (`error.<kind>.title`). */
export type ErrorKind =
  | 'offline'
  | 'timeout'
  | 'unreadable'
  | 'invalid'
  | 'signIn'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'tooLarge'
  | 'rateLimited'
  | 'server';

/** What an {@link ApiError} carries. */
export interface ApiErrorInit {
  kind: ErrorKind;
  /** The HTTP status, or 0 when no answer came at all. */
  status: number;
  /** What the server says is wrong: a sentence in English. */
  detail?: string | undefined;
  /** The problem's code, such as `changed-meanwhile`, where it has one. */
  code?: string | undefined;
  /** The id to look the request up by in logs and traces. */
  requestId?: string | undefined;
  /** What is wrong field by field, for a form. */
  fields?: FieldError[];
  /** When the server will take the request again, in ms since 1970; set for 429. */
  retryAt?: number | undefined;
}

/** The only error that a call to the API rejects with, except for the caller's own abort. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ErrorKind;
  readonly status: number;
  readonly detail: string | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
  readonly fields: FieldError[];
  readonly retryAt: number | undefined;

  constructor(init: ApiErrorInit) {
    super(`${init.kind}: ${init.detail ?? `status ${init.status}`}`);
    this.kind = init.kind;
    this.status = init.status;
    this.detail = init.detail;
    this.code = init.code;
    this.requestId = init.requestId;
    this.fields = init.fields ?? [];
    this.retryAt = init.retryAt;
  }
}

/** True for an answer that says there were too many requests. */
export function isRateLimited(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 429;
}

/** True for an answer that says that the thing is no longer in the version that was to be changed. */
export function isConflict(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 412;
}

/** True when no answer came at all. */
export function isWithoutAnswer(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 0;
}
