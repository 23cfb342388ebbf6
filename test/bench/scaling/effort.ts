/** How much is measured. */
export interface Effort {
  readonly rounds: number;
  /** How long all instances together are kept busy, seconds. */
  readonly seconds: number;
}

/** Enough to keep two cores busy; more would only wait. */
export const concurrency = 16;
