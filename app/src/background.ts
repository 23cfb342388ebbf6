import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Span } from '@opentelemetry/api';
import { type ErrorReports, noReports } from './error-reports/reports.ts';
import type { Logger } from './logging/logger.ts';
import { recordException } from './telemetry/exception.ts';
import { inSpan } from './telemetry/in-span.ts';
import { spanAttributes, spanNames } from './telemetry/names.ts';

/** Work that goes on after the answer, so that nobody can tell from the answer what it was. */
export class Background {
  readonly #logger: Logger;
  readonly #reports: ErrorReports;
  readonly #running = new Set<Promise<void>>();

  constructor(logger: Logger, reports: ErrorReports = noReports) {
    this.#logger = logger;
    this.#reports = reports;
  }

  /**
   * Starts the work when the answer has been handed to the network. A failure is logged and reported; nobody
   * waits for the work who could be told.
   * @param what for the log, such as `sending a mail`.
   */
  run(what: string, work: () => Promise<void>): void {
    const running = nextTurn()
      .then(() => inSpan(spanNames.background, (span) => this.#attempt(span, what, work)))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when all work is done. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #attempt(span: Span, what: string, work: () => Promise<void>): Promise<void> {
    span.setAttribute(spanAttributes.work, what);
    try {
      await work();
    } catch (error) {
      recordException(error);
      this.#logger.error({ error }, `${what} failed`);
      this.#reports.report(error);
    }
  }
}
