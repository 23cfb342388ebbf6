/** One thing wrong with one field of what was sent; `path` is dotted, as in `ingredients.0.name`. */
export interface FieldError {
  path: string;
  message: string;
}

/** What an {@link ApiError} carries. */
export interface ApiErrorInit {
  /** The HTTP status, or 0 when no answer came at all. */
  status: number;
  /** A few words for a heading. */
  title: string;
  /** A sentence that says what is wrong. */
  detail: string;
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
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly fields: FieldError[];
  readonly retryAt: number | undefined;

  constructor(init: ApiErrorInit) {
    super(`${init.title}: ${init.detail}`);
    this.status = init.status;
    this.title = init.title;
    this.detail = init.detail;
    this.requestId = init.requestId;
    this.fields = init.fields ?? [];
    this.retryAt = init.retryAt;
  }
}

/** True for an answer that says there were too many requests. */
export function isRateLimited(error: unknown): error is ApiError {
  return error instanceof ApiError && error.status === 429;
}
