import { openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@recipe-book/settings';
import { createLogger } from './logger.ts';
import { openLogOutput } from './output.ts';

async function logTo(folder: string, log: (logger: ReturnType<typeof createLogger>) => void) {
  const settings = loadSettings({ LOG_FILE_PATH: folder, LOG_MAX_SIZE: '1k', LOG_LEVEL: 'info' });
  const output = await openLogOutput(settings, openSync('/dev/null', 'w'));
  log(createLogger(settings, output.stream));
  await output.close();
}

async function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}

test('writes everything to one file and errors to another as well, all flushed when closed', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'recipe-book-logs-')), 'made');
  await logTo(folder, (logger) => {
    logger.info('fine');
    logger.error('bad');
  });
  const messages = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).message);
  expect(messages(await textOf(folder, 'combined.log'))).toEqual(['fine', 'bad']);
  expect(messages(await textOf(folder, 'error.log'))).toEqual(['bad']);
});

test('compresses a file that has grown too big, and removes those that are too old', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recipe-book-logs-'));
  const old = join(folder, 'combined-2020-01-01.1.log.gz');
  await writeFile(old, '');
  await utimes(old, new Date('2020-01-01'), new Date('2020-01-01'));
  await logTo(folder, (logger) => logger.info('x'.repeat(2000)));
  await logTo(folder, (logger) => logger.info('y'.repeat(2000)));
  const names = await readdir(folder);
  expect(names).toContainEqual(expect.stringMatching(/^combined-\d{4}-\d\d-\d\d\.1\.log\.gz$/));
  expect(names).not.toContain('combined-2020-01-01.1.log.gz');
});
