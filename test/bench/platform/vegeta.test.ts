import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runVegeta } from './vegeta.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipe-book-vegeta-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that takes the place of vegeta. @param script for the shell; `$1` is attack or report. */
function standIn(script: string): string {
  const path = join(folder, 'vegeta');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o700);
  return path;
}

test('what the attack says is what the report sums up', async () => {
  const vegeta = standIn('cat');
  expect(JSON.parse(await runVegeta(vegeta, [], { url: 'http://there' }))).toEqual({
    url: 'http://there',
  });
});

test.each(['attack', 'report'])('%s that fails is told with its words', async (which) => {
  const vegeta = standIn(`[ "$1" = ${which} ] && { echo "bad -rate" >&2; exit 3; }; cat`);
  await expect(runVegeta(vegeta, [], {})).rejects.toThrow('vegeta ended with 3: bad -rate');
});

test('a report that fails is told with its words when the attack ends by that, too', async () => {
  const vegeta = standIn('[ "$1" = report ] && { echo "bad -type" >&2; exit 3; }; kill -PIPE $$');
  await expect(runVegeta(vegeta, [], {})).rejects.toThrow('vegeta ended with 3: bad -type');
});

test('a program that is not there is told', async () => {
  await expect(runVegeta(join(folder, 'none'), [], {})).rejects.toThrow('ENOENT');
});
