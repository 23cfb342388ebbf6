import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { loadSettings } from '@recipe-book/settings';
import { Program } from '@recipe-book/test/program';
import { startAppProcess } from '../testing/app-process.ts';
import { createLogger } from './logger.ts';
import { openLogOutput } from './output.ts';

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'recipe-book-logs-'));
}

/** Lines of the files of a log, in the order in which they were written. */
async function linesOf(folder: string, name: string): Promise<string[]> {
  const all = await readdir(folder);
  const rotated = all
    .filter((file) => file.startsWith(`${name}-`) && !file.endsWith('.part'))
    // Between being compressed and removed.
    .filter((file) => !all.includes(`${file}.gz`))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
  const texts = await Promise.all(
    [...rotated, `${name}.log`].map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    }),
  );
  return texts.join('').trimEnd().split('\n');
}

/** A program of its own that logs as the app does. @param body may use `logger` and `output`. */
function loggingProgram(body: string): string[] {
  const url = (file: string) => JSON.stringify(String(new URL(file, import.meta.url)));
  const text = `
    import { loadSettings } from '@recipe-book/settings';
    import { createLogger } from ${url('./logger.ts')};
    import { openLogOutput } from ${url('./output.ts')};
    const settings = loadSettings(process.env);
    const output = await openLogOutput(settings);
    const logger = createLogger(settings, output.stream);
    ${body}
  `;
  return ['--input-type=module', '--eval', text];
}

test('writes everything to one file and errors to another as well, all flushed when closed', async () => {
  const folder = join(await newFolder(), 'made');
  const settings = loadSettings({ LOG_FILE_PATH: folder, LOG_LEVEL: 'info' });
  const output = await openLogOutput(settings, openSync('/dev/null', 'w'));
  const logger = createLogger(settings, output.stream);
  logger.info('fine');
  logger.error('bad');
  await output.close();
  const messages = async (name: string) =>
    (await linesOf(folder, name)).map((line) => JSON.parse(line).message);
  expect(await messages('combined')).toEqual(['fine', 'bad']);
  expect(await messages('error')).toEqual(['bad']);
});

test('the app does not start with a folder that cannot be written, and says so in a sentence', async () => {
  const file = join(await newFolder(), 'file');
  await writeFile(file, '');
  const { code, lines } = await Program.run(
    process.execPath,
    [join(import.meta.dirname, '../main.ts')],
    {
      LOG_FILE_PATH: join(file, 'logs'),
      MONGODB_URI: 'mongodb://127.0.0.1:1',
      JWT_PRIVATE_KEY_FILE: 'none',
    },
  );
  expect(code).toBe(1);
  expect(lines).toEqual([
    'These settings cannot be used:',
    expect.stringMatching(/^ {2}LOG_FILE_PATH is ".*", where no files can be written \(ENOTDIR\);/),
  ]);
});

test('SIGTERM loses no line of the app', async () => {
  const folder = await newFolder();
  const app = await startAppProcess({
    MONGODB_URI: 'mongodb://127.0.0.1:1',
    LOG_FILE_PATH: folder,
    LOG_MAX_SIZE: '2k',
    SHUTDOWN_DRAIN_DELAY: '0',
  });
  const ask = () => fetch(`${app.url}/api/nothing`).then((answer) => answer.text());
  await Promise.all(Array.from({ length: 100 }, ask));
  app.program.signal('SIGTERM');
  expect(await app.program.ended).toBe(0);
  expect(app.program.lines.length).toBeGreaterThan(100);
  expect(await linesOf(folder, 'combined')).toEqual(app.program.lines);
}, 30_000);

test('kill -9 loses no line but the one that was being written', async () => {
  const folder = await newFolder();
  const program = loggingProgram(`
    for (let number = 0; ; number += 1) {
      logger.info({ number }, 'counting');
      if (number % 20 === 0) await new Promise(setImmediate);
    }
  `);
  const env = { PATH: process.env['PATH'], LOG_FILE_PATH: folder, LOG_MAX_SIZE: '20k' };
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let shown = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    shown = JSON.parse(line).number;
    if (shown === 3000) child.kill('SIGKILL');
  }
  const written = await linesOf(folder, 'combined');
  // Each line goes to the standard output first; the last one may be half.
  const whole = written.slice(0, shown).map((line) => JSON.parse(line).number);
  expect(whole).toEqual(Array.from({ length: shown }, (_, at) => at));

  // The next run goes on in whole lines.
  const next = loggingProgram(`logger.info('next'); await output.close();`);
  await Program.run(process.execPath, next, env);
  expect(JSON.parse((await linesOf(folder, 'combined')).at(-1) ?? '').message).toBe('next');
}, 60_000);
