import { SettingsError } from '@recipe-book/settings';
import type { Logger } from '../logging/logger.ts';

/** How long flushing may take after a crash, milliseconds. */
const flushTimeout = 2000;

/**
 * Logs an error that nobody handled, and ends the process: its state is not to be trusted any more.
 * @param flush sends and writes what is still held back.
 */
export function endOnCrash(logger: Logger, flush: () => Promise<unknown>): void {
  let ending = false;
  process.on('uncaughtException', (error) => {
    if (error instanceof SettingsError) logger.error(error.message);
    else logger.error({ error }, 'the app ends because of an error that nobody handled');
    if (ending) return;
    ending = true;
    const end = () => process.exit(1);
    setTimeout(end, flushTimeout);
    flush().then(end, end);
  });
}
