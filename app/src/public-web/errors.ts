/** Why nothing came back from an address. */
export type Reason =
  | 'not-allowed'
  | 'not-public'
  | 'not-found'
  | 'refused'
  | 'not-readable'
  | 'too-large'
  | 'too-slow';

/** Thrown when nothing could be fetched. The message is for the user and holds nothing secret. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly reason: Reason;

  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}
