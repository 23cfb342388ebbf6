import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { isatty } from 'node:tty';
import { type Settings, SettingsError } from '@recipe-book/settings';
import { type DestinationStream, destination, levels, multistream } from 'pino';
import { LogFile } from './log-file.ts';

/** Where log lines go. */
export interface LogOutput {
  readonly stream: DestinationStream;
  /** Writes what is still held back, and closes the files. */
  close(): Promise<void>;
}

/**
 * Opens the standard output and, if LOG_FILE_PATH is set, the files `combined` and `error`, which are for
 * this process alone.
 * @param fd descriptor of the standard output; on a terminal in development its lines are made for people.
 * @throws SettingsError when the folder cannot be written.
 */
export async function openLogOutput(settings: Settings, fd = 1): Promise<LogOutput> {
  const folder = settings.LOG_FILE_PATH;
  if (folder !== undefined) await assertWritable(folder);
  const console =
    isatty(fd) && settings.APP_ENV === 'development' ? await prettyConsole() : destination({ fd });
  if (folder === undefined) return { stream: console, close: async () => {} };
  const combined = new LogFile({ folder, name: 'combined' }, settings);
  const errors = new LogFile({ folder, name: 'error' }, settings);
  return {
    stream: multistream([
      { level: 0, stream: console },
      { level: 0, stream: combined },
      { level: levels.values['error'] ?? 0, stream: errors },
    ]),
    close: async () => {
      await Promise.all([combined.close(), errors.close()]);
    },
  };
}

/** The folder is made if it does not exist. */
async function assertWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError([
      `LOG_FILE_PATH is "${folder}", where no files can be written (${code}); name another folder, or none.`,
    ]);
  }
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
