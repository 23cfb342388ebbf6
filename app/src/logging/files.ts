import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@recipe-book/settings';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

type FileSettings = Pick<Settings, 'LOG_MAX_SIZE' | 'LOG_MAX_FILES' | 'LOG_DATE_PATTERN'>;

/**
 * A log file that is rotated by day or hour, and earlier when it grows too big. Old ones are
 * compressed, and removed after LOG_MAX_FILES seconds.
 * @param folder is made if it does not exist.
 * @param name without extension, such as `combined`.
 */
export function rotatingFile(
  folder: string,
  name: string,
  settings: FileSettings,
): RotatingFileStream {
  const hourly = settings.LOG_DATE_PATTERN === 'YYYY-MM-DD-HH';
  const file = createStream(
    (time, index) =>
      time instanceof Date ? `${name}-${period(time, hourly)}.${index ?? 1}.log.gz` : `${name}.log`,
    {
      path: folder,
      interval: hourly ? '1h' : '1d',
      intervalBoundary: true,
      intervalUTC: true,
      initialRotation: true,
      size: `${settings.LOG_MAX_SIZE}B`,
      compress: 'gzip',
    },
  );
  // A full disk must not end the app: stdout still has every line.
  file.on('error', (error) =>
    process.emitWarning(`The log file ${name} cannot be written: ${error.message}`),
  );
  // The library counts files, which on a busy day would throw away the days before.
  file.on('rotated', () => {
    removeOlder(folder, name, settings.LOG_MAX_FILES).catch((error) => file.emit('warning', error));
  });
  return file;
}

async function removeOlder(folder: string, name: string, maxAgeSeconds: number): Promise<void> {
  const oldest = Date.now() - maxAgeSeconds * 1000;
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${name}-`) || !entry.endsWith('.log.gz')) continue;
    const path = join(folder, entry);
    if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
  }
}

function period(time: Date, hourly: boolean): string {
  return time
    .toISOString()
    .slice(0, hourly ? 13 : 10)
    .replace('T', '-');
}
