import { cpus } from 'node:os';

/** How many processor cores were at work while a contender was kept busy. */
export interface Cores {
  /** All programs that work for it. */
  readonly servers: number;
  /** The asking program. */
  readonly client: number;
  /** The one thread of the app that runs JavaScript. */
  readonly mainThread: number;
}

/** Share of what there is, from which on it counts as used up. */
const full = 0.9;

/**
 * Whether it was the client that could not do more: the servers left a part of what it did not take, and so did the
 * app's thread, which may be the bound as well.
 */
export function isClientBound(
  { servers, client, mainThread }: Cores,
  all: number = cpus().length,
): boolean {
  return servers < full * (all - client) && mainThread < full;
}
