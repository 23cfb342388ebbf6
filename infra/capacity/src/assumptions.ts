/** What the plan takes for granted, beside what was measured. All of it may be given otherwise. */
export interface Assumptions {
  /** The share of its time that whatever is planned may work, with all nodes there. */
  readonly utilisation: number;
  readonly node: {
    /** Processors that pods can have. */
    readonly cores: number;
  };
  /** Cores that one ratelimit service makes use of; it is a Go program and has no limit of CPU. */
  readonly ratelimitCores: number;
  /** Requests that a client makes in the window of its limit, after which its counters go. */
  readonly requestsOfClient: number;
  /** Counters of a client: one for what it asks for, and now and then others, such as that of signing in. */
  readonly countersOfClient: number;
  /** Requests a second over an open connection, while it is open. */
  readonly requestsOnConnection: number;
  /** Time that a command takes at the database, its queue included, seconds. */
  readonly databaseSeconds: number;
}

export const usualAssumptions: Assumptions = {
  utilisation: 0.6,
  // Eight processors, half of one being for the node itself.
  node: { cores: 7.5 },
  ratelimitCores: 2,
  requestsOfClient: 30,
  countersOfClient: 1.2,
  // A person who asks for something every ten seconds over one HTTP/2 connection.
  requestsOnConnection: 0.1,
  databaseSeconds: 0.003,
};

/** What one counter takes in Redis, bytes (measured, docs/redis.md). */
export const counterBytes = 205;

/** Of its `maxmemory`, what Redis has for counters: the cache takes the other half (docs/redis.md). */
export const counterShare = 0.5;

/**
 * Memory that the Collector of a pod takes for each trace that it holds, bytes. Measured 2026-11-26: 2,000 lists made it
 * grow by 36 MiB, as many recipes by 25, as many lists again by 44.
 */
export const traceBytes = 18_000;

/** Log lines of a request as they wait on disk for the backend, bytes. */
export const logBytes = 1100;
