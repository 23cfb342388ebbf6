import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from '../health/health.ts';
import type { Logger } from '../logging/logger.ts';
import type { Drain } from './drain.ts';

/** Time for closing the stores and flushing, on top of what requests get, milliseconds. */
const closingAllowance = 10_000;

/** What is shut down, and how long it may take. */
export interface ShutdownParts {
  readonly logger: Logger;
  readonly health: Health;
  readonly drain: Drain;
  /** SHUTDOWN_DRAIN_DELAY, milliseconds. */
  readonly drainDelay: number;
  /** SHUTDOWN_TIMEOUT, milliseconds. */
  readonly timeout: number;
  /** Ends the answers that would go on for ever. */
  readonly endStreams: () => void;
  /** Closed one after the other, in this order. */
  readonly closers: readonly Closer[];
}

/** Something to close, by name. */
interface Closer {
  readonly name: string;
  close(): Promise<void>;
}

/**
 * The order of shutting down, written once: not ready, wait, take no more requests, let those in
 * flight finish, close the stores, flush logs, flush telemetry. The process is alive throughout and
 * then ends by itself.
 */
export async function shutDown(parts: ShutdownParts): Promise<void> {
  const { logger, drain } = parts;
  const longest = parts.drainDelay + parts.timeout + closingAllowance;
  // Only if something hangs; unref'd, so that it does not keep the process alive.
  setTimeout(() => process.exit(1), longest).unref();

  parts.health.shuttingDown();
  drain.begin();
  await delay(parts.drainDelay);
  parts.endStreams();
  const cut = await drain.finish(parts.timeout);
  if (cut > 0) logger.warn({ requests: cut }, 'requests did not finish in time and were cut off');
  else logger.info('all requests have finished; closing');
  for (const { name, close } of parts.closers) {
    try {
      await close();
    } catch (error) {
      logger.error({ error }, `closing ${name} failed`);
    }
  }
}
