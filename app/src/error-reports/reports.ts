import type { RequestHandler } from 'express';

/** Where errors that nobody handled go besides the log. */
export interface ErrorReports {
  /** Hands one over, with the ids of the request that it happened in. Returns at once and never fails. */
  report(error: unknown): void;
  /** Takes what the front end reports; absent while nothing is reported. */
  readonly fromBrowsers?: RequestHandler;
  /** Sends what is still held back, for at most a second and a half. */
  close(): Promise<void>;
}

/** Nothing is reported. */
export const noReports: ErrorReports = { report() {}, async close() {} };
