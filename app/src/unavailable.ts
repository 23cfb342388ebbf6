/** Thrown when what a request needs cannot serve it now and may soon. It becomes a 503. */
export abstract class Unavailable extends Error {
  /** Names the problem to clients, such as `database-away`. */
  abstract readonly code: string;
  /** A sentence for clients; the message is for the log. */
  abstract readonly detail: string;
  /** Seconds that a client should wait before it tries again. */
  readonly retryAfter: number = 2;
}
