/** Milliseconds, all of them; tests make them short. */
export interface Timings {
  /** Between two looks at a part that is not ready yet. */
  readonly pollMs: number;
  /** Before the first restart; doubles with each one up to `maxBackoffMs`. */
  readonly firstBackoffMs: number;
  readonly maxBackoffMs: number;
  /** A part that ran this long starts again at `firstBackoffMs`. */
  readonly healthyMs: number;
}

export const usualTimings: Timings = {
  pollMs: 50,
  firstBackoffMs: 1000,
  maxBackoffMs: 30_000,
  healthyMs: 60_000,
};
