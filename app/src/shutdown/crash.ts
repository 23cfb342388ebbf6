import { SettingsError } from '@recipe-book/settings';
import type { ErrorReports } from '../error-reports/reports.ts';
import type { Logger } from '../logging/logger.ts';

/** How long flushing may take after a crash, milliseconds. */
const flushTimeout = 2000;

/**
 * Logs and reports an error that nobody handled, a rejection too, and ends the process: its state is not to be trusted any more.
 * @param flush sends and writes what is still held back.
 */
export function endOnCrash(
  logger: Logger,
  reports: ErrorReports,
  flush: () => Promise<unknown>,
): void {
  let ending = false;
  process.on('uncaughtException', (error) => {
    if (error instanceof SettingsError) logger.error(error.message);
    else {
      logger.error({ error }, 'the app ends because of an error that nobody handled');
      reports.report(error);
    }
    if (ending) return;
    ending = true;
    const end = () => process.exit(1);
    setTimeout(end, flushTimeout);
    Promise.all([reports.close(), flush()]).then(end, end);
  });
}
