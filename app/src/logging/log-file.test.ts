import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadSettings } from '@recipe-book/settings';
import { LogFile } from './log-file.ts';

const RealDate = Date;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipe-book-logs-'));
});
afterEach(() => {
  globalThis.Date = RealDate;
  rmSync(folder, { recursive: true });
});

function open(text: Record<string, string> = {}, tell: (sentence: string) => void = fail) {
  return new LogFile({ folder, name: 'combined', tell }, loadSettings(text));
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

/** Everything in the files of a log, rotated or not. */
function lines(): string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    return text === '' ? [] : text.trimEnd().split('\n');
  });
}

/** Stops the clock at a time. */
function setClock(time: string | number): void {
  const now = new RealDate(time).getTime();
  globalThis.Date = class extends RealDate {
    constructor(value: string | number = now) {
      super(value);
    }
    static override now() {
      return now;
    }
  } as DateConstructor;
}

test('a pipe in its place does not hold up the app', async () => {
  execFileSync('mkfifo', [join(folder, 'combined.log')]);
  const told: string[] = [];
  const file = open({}, (sentence) => told.push(sentence));
  file.write('a line\n');
  expect(told).toEqual([expect.stringContaining('cannot be written (it is a pipe)')]);
  await file.close();
});

test('not everybody may read it', async () => {
  await open().close();
  expect(statSync(join(folder, 'combined.log')).mode & 0o007).toBe(0);
});

test('nothing is lost while files are rotated under load', async () => {
  const file = open({ LOG_MAX_SIZE: '32k' });
  const perWriter = 4000;
  const writer = async (name: string) => {
    for (let number = 0; number < perWriter; number += 1) {
      file.write(`${JSON.stringify({ name, number, text: 'x'.repeat(number % 97) })}\n`);
      // Now and then the others have their turn.
      if (number % 50 === 0) await new Promise(setImmediate);
    }
  };
  const names = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(names.map(writer));
  await file.close();
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((name) => !name.endsWith('.gz'))).toEqual(['combined.log']);
  const written = lines().map((line) => JSON.parse(line));
  for (const name of names) {
    const numbers = written.filter((line) => line.name === name).map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: perWriter }, (_, at) => at));
  }
}, 60_000);

test('a file of another day is put aside at the first line', async () => {
  setClock('2026-03-02T00:00:01Z');
  writeFileSync(join(folder, 'combined.log'), 'first\n');
  await utimes(join(folder, 'combined.log'), new Date(), new Date('2026-03-01T23:00:00Z'));
  const file = open();
  file.write('second\n');
  await file.close();
  expect(readdirSync(folder).sort()).toEqual(['combined-2026-03-01.1.log.gz', 'combined.log']);
  expect(readFileSync(join(folder, 'combined.log'), 'utf8')).toBe('second\n');
});

test.each([
  ['YYYY-MM-DD', '2026-03-01T23:59:59.999Z', 'combined-2026-03-01.1.log.gz'],
  ['YYYY-MM-DD-HH', '2026-03-01T12:59:59.999Z', 'combined-2026-03-01-12.1.log.gz'],
])('with %s a file is put aside when its time is over', async (pattern, lastMoment, name) => {
  setClock(lastMoment);
  const file = open({ LOG_DATE_PATTERN: pattern });
  file.write('before\n');
  setClock(RealDate.parse(lastMoment) + 1);
  file.write('after\n');
  file.write('later\n');
  await file.close();
  expect(readdirSync(folder).sort()).toEqual([name, 'combined.log'].sort());
  expect(readFileSync(join(folder, 'combined.log'), 'utf8')).toBe('after\nlater\n');
  expect(gunzipSync(readFileSync(join(folder, name))).toString()).toBe('before\n');
});

test('files are kept for LOG_MAX_FILES', async () => {
  setClock('2026-03-20T12:00:00Z');
  for (const [name, time] of [
    ['combined-2026-03-01.1.log.gz', '2026-03-02T00:00:00Z'],
    ['combined-2026-03-10.1.log.gz', '2026-03-11T00:00:00Z'],
    ['error-2026-03-01.1.log.gz', '2026-03-02T00:00:00Z'],
  ] as const) {
    writeFileSync(join(folder, name), '');
    await utimes(join(folder, name), new Date(time), new Date(time));
  }
  await open({ LOG_MAX_FILES: '14d' }).close();
  expect(readdirSync(folder).sort()).toEqual([
    'combined-2026-03-10.1.log.gz',
    'combined.log',
    'error-2026-03-01.1.log.gz',
  ]);
});

test('what a crash has left is put right: a half line, a file that is not compressed or half so', async () => {
  writeFileSync(join(folder, 'combined.log'), 'whole\nhal');
  writeFileSync(join(folder, 'combined-2026-03-01.1.log'), 'put aside\n');
  writeFileSync(join(folder, 'combined-2026-03-01.1.log.gz.part'), 'junk');
  const file = open();
  file.write('next\n');
  await file.close();
  expect(readFileSync(join(folder, 'combined.log'), 'utf8')).toBe('whole\nhal\nnext\n');
  expect(readdirSync(folder).sort()).toEqual(['combined-2026-03-01.1.log.gz', 'combined.log']);
});

test('a file that cannot be written is told of once, and written again when it can be', () => {
  const told: string[] = [];
  setClock('2026-03-01T12:00:00Z');
  // Something else has its name.
  mkdirSync(join(folder, 'combined.log'));
  const file = open({}, (sentence) => told.push(sentence));
  file.write('lost\n');
  setClock('2026-03-01T12:00:06Z');
  file.write('lost\n');
  rmSync(join(folder, 'combined.log'), { recursive: true });
  file.write('lost too, since it is not tried at once\n');
  setClock('2026-03-01T12:00:12Z');
  file.write('written\n');
  expect(lines()).toEqual(['written']);
  expect(told).toEqual([
    expect.stringMatching(
      /^The log file .*combined\.log cannot be written \(EISDIR.*\); its lines/,
    ),
    expect.stringMatching(/^The log file .*combined\.log is written again; 3 lines are missing\.$/),
  ]);
});

test('a line that comes after the end is still written', async () => {
  const file = open();
  await file.close();
  file.write('late\n');
  expect(lines()).toEqual(['late']);
});
