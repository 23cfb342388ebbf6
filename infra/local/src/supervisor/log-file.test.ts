import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { LogFile } from './log-file.ts';
import { Bench } from './testing.ts';

const bench = new Bench();
afterAll(() => bench.clean());

async function follow(log: LogFile, chunks: readonly Buffer[]): Promise<void> {
  const stream = Readable.from(chunks, { objectMode: false });
  log.follow(stream);
  await once(stream, 'close');
}

it('writes the same text however it arrives in pieces', async () => {
  const texts = fc
    .array(fc.string({ unit: 'grapheme' }), { maxLength: 5 })
    .map((all) => all.join('\n'));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const file = join(bench.folder(), 'part.log');
      const log = new LogFile(file, 1_000_000);
      await follow(log, chunks);
      log.close();
      expect(readFileSync(file, 'utf8')).toBe(
        text === '' || text.endsWith('\n') ? text : `${text}\n`,
      );
    }),
    { numRuns: 50 },
  );
});

it('keeps one older file at the size limit and cuts no line', async () => {
  const file = join(bench.folder(), 'part.log');
  const log = new LogFile(file, 100);
  for (let number = 0; number < 30; number += 1)
    await follow(log, [Buffer.from(`line ${number}\n`)]);
  log.close();
  const [old, now] = [readFileSync(`${file}.1`, 'utf8'), readFileSync(file, 'utf8')];
  expect(old.length).toBeLessThanOrEqual(100);
  expect(now.length).toBeLessThanOrEqual(100);
  expect(old + now).toMatch(/^(line \d+\n)+$/);
  expect(now).toMatch(/line 29\n$/);
});

it('appends to an earlier log and remembers the newest 20 lines', async () => {
  const file = join(bench.folder(), 'part.log');
  for (const word of ['first', 'second']) {
    const log = new LogFile(file, 1_000_000);
    const lines = Array.from({ length: 25 }, (_, index) => `${word} ${index}`);
    await follow(log, [Buffer.from(`${lines.join('\n')}\n`)]);
    expect(log.lastLines).toEqual(lines.slice(5));
    log.close();
  }
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(51);
});
