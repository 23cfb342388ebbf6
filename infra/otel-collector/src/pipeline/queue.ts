import type { CollectorPlacement } from '../placement.ts';

const mebibyte = 1024 ** 2;

/** Name of the extension that keeps the queues. */
export const queueStorage = 'file_storage/queue';

/**
 * How much waits on disk for a backend that is away, bytes as sent. Spans and log lines of some 50 requests
 * a second fill theirs in about twenty minutes, metrics in hours.
 */
export const queueBytes = {
  traces: 64 * mebibyte,
  metrics: 32 * mebibyte,
  logs: 64 * mebibyte,
  // Anybody can fill these, and our own must not be refused for it.
  'web-traces': 8 * mebibyte,
  'web-logs': 8 * mebibyte,
} as const;

/** What has a queue of its own: each signal, and what browsers send of it. */
export type Queue = keyof typeof queueBytes;

/**
 * Room on disk for all queues. A full one of 120,000 small spans was seen to take 150 MiB in its database (bbolt), one of
 * large requests 99; files never shrink. Whoever needs more than the room there is loses the whole pod.
 */
export const queueDiskBytes = 3 * Object.values(queueBytes).reduce((sum, bytes) => sum + bytes, 0);

/**
 * The files of the queues. They are not synced at each write: what was written survives the end of the process,
 * not that of the machine. One that cannot be read is put aside instead of keeping the Collector from starting.
 */
export function storage({ queueDir }: CollectorPlacement) {
  return {
    directory: queueDir,
    create_directory: true,
    directory_permissions: '0700',
    recreate: true,
  };
}

/**
 * What was acknowledged to the sender is on disk until the backend has acknowledged it. Batches are made of what is
 * there already, so that waiting for one risks nothing. When it is full the newest is refused and counted.
 * @param flushTimeout how long a batch waits to be filled.
 */
export function sendingQueue(queue: Queue, flushTimeout: string) {
  return {
    enabled: true,
    storage: queueStorage,
    sizer: 'bytes',
    queue_size: queueBytes[queue],
    // Each holds a batch in memory while it tries again.
    num_consumers: 2,
    batch: { sizer: 'items', flush_timeout: flushTimeout, min_size: 2048, max_size: 4096 },
  };
}
