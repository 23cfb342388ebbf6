import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from '../types.ts';
import { goInstall } from './go.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recipe-book-go-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A job whose `go install` writes a program of this name. */
function builds(name: string): Job {
  return {
    tool: 'a tool',
    cache: folder,
    buildFolder: folder,
    env: {},
    run: async () => writeFileSync(join(folder, name), ''),
    ask: async () => undefined,
  };
}

it.each([
  ['example.org/cup@v1.2.0', 'cup'],
  ['example.org/cup/v12@v12.1.0', 'cup'],
  ['example.org/tea/cmd/tea_cmd@v0.1.0', 'tea_cmd'],
])('gives the program of %s its own name, whatever Go calls it', async (source, built) => {
  await goInstall(source, 'mug', folder, builds(built));
  expect(existsSync(join(folder, 'mug'))).toBe(true);
});
