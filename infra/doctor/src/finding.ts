import type { Snapshot } from './snapshot.ts';

/** `error`: users feel it, or will as soon as something changes. `warning`: look at it some time soon. */
export type Level = 'error' | 'warning';

/** One thing that is wrong. */
export interface Finding {
  readonly level: Level;
  /** What it is about, as `Kind name`. */
  readonly object: string;
  /** What is wrong, as a clause without a full stop. */
  readonly what: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
  /** Lines that show more of it: differences, the end of a log. */
  readonly details?: readonly string[];
}

/** What findings are told under, in this order. */
export const groups = [
  'access',
  'pods',
  'workloads',
  'versions',
  'secrets',
  'dependencies',
  'rate limiting',
  'drift',
] as const;
export type Group = (typeof groups)[number];

/** One file in `checks/`. It looks at nothing but the snapshot. */
export interface Check {
  readonly group: Group;
  findings(snapshot: Snapshot): Finding[];
}
