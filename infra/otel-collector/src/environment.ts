const mebibyte = 1024 ** 2;

/** Names of the variables that the configuration refers to, besides the secret one. */
export const variables = {
  /** `service.instance.id` of the Collector's own telemetry. */
  instance: 'COLLECTOR_INSTANCE',
  /** What the memory limiter lets the heap grow to, MiB. */
  memoryLimit: 'MEMORY_LIMIT_MIB',
  /** How far below that it begins to refuse, MiB. */
  memorySpike: 'MEMORY_SPIKE_MIB',
  /** The same for what browsers send, MiB: earlier, so that they cannot take the memory from our own. */
  memoryWebSpike: 'MEMORY_WEB_SPIKE_MIB',
  /** Names of the pod, its namespace and its node, by the downward API; empty outside a cluster. */
  pod: 'POD_NAME',
  namespace: 'POD_NAMESPACE',
  node: 'NODE_NAME',
} as const;

/**
 * Of all memory that a Collector may use, what the memory limiter lets the heap grow to, and how far below that it begins to
 * refuse.
 */
export const heapShares = { limit: 0.75, spike: 0.15 } as const;

/** A reference to one of them in the configuration; where it is not set, the other value. */
export function fromEnvironment(name: keyof typeof variables, otherwise = ''): string {
  return `\${env:${variables[name]}:-${otherwise}}`;
}

/**
 * What a Collector must know of where it runs.
 * @param memoryBytes all that it may use, such as its container's limit. The memory limiter takes three quarters for
 *   the heap, the garbage collector works hard from four fifths on (the Collector's own advice), and the
 *   rest is for stacks and for the pages of the queue's files.
 * @param instance tells its own telemetry from that of others.
 */
export function collectorEnvironment(
  memoryBytes: number,
  instance: string,
): Record<string, string> {
  const mebibytes = (share: number) => Math.floor((memoryBytes * share) / mebibyte);
  return {
    GOMEMLIMIT: `${mebibytes(0.8)}MiB`,
    [variables.memoryLimit]: String(mebibytes(heapShares.limit)),
    [variables.memorySpike]: String(mebibytes(heapShares.spike)),
    [variables.memoryWebSpike]: String(mebibytes(0.35)),
    [variables.instance]: instance,
  };
}
