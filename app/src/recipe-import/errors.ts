import type { Reason as FetchReason } from '../public-web/errors.ts';

/** Why nothing could be imported. */
type Reason = FetchReason | 'no-recipe';

/** Thrown when there is no recipe to give back. The message is for the user and holds nothing secret. */
export class ImportFailed extends Error {
  override readonly name = 'ImportFailed';
  readonly reason: Reason;

  constructor(reason: Reason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The way out when the server cannot get at a page that the user can see. */
export const pasteInstead =
  'Open the page in your browser, copy its source and paste that here instead.';
