/** Something that a person can put right, or that may go well at the next try; its message holds no secret. */
export class OpenObserveError extends Error {
  override readonly name = 'OpenObserveError';
  /** HTTP status; absent when there was no answer. */
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }

  /** True when the same may succeed a little later, though it may also have been done already. */
  get isTransient(): boolean {
    return this.status === undefined || this.status === 429 || this.status >= 500;
  }
}

/** Nothing at all can be done: the address, the user or the organization is wrong. */
export class AccessError extends OpenObserveError {}
