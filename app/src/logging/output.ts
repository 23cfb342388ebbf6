import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import type { Settings } from '@recipe-book/settings';
import { type DestinationStream, destination, levels, multistream } from 'pino';
import { rotatingFile } from './files.ts';

/** Where log lines go. */
export interface LogOutput {
  readonly stream: DestinationStream;
  /** Writes what is still held back, and closes the files. */
  close(): Promise<void>;
}

/**
 * Opens the standard output and, if LOG_FILE_PATH is set, the files `combined` and `error`.
 * @param fd descriptor of the standard output; on a terminal in development its lines are made for people.
 */
export async function openLogOutput(settings: Settings, fd = 1): Promise<LogOutput> {
  const console =
    isatty(fd) && settings.APP_ENV === 'development' ? await prettyConsole() : destination({ fd });
  const folder = settings.LOG_FILE_PATH;
  if (folder === undefined) return { stream: console, close: async () => {} };
  const combined = rotatingFile(folder, 'combined', settings);
  const errors = rotatingFile(folder, 'error', settings);
  return {
    stream: multistream([
      { level: 0, stream: console },
      { level: 0, stream: combined },
      { level: levels.values['error'] ?? 0, stream: errors },
    ]),
    close: async () => {
      await Promise.all([closed(combined), closed(errors)]);
    },
  };
}

async function prettyConsole(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({
    messageKey: 'message',
    timestampKey: 'timestamp',
    errorLikeObjectKeys: ['error'],
    customLevels: 'http:25',
    ignore: 'trace_flags',
    sync: true,
  });
}

async function closed(stream: Writable): Promise<void> {
  stream.end();
  await once(stream, 'close');
}
