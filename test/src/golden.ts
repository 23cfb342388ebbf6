import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Compares generated text with the reviewed file beside the test. `UPDATE_GOLDEN=1` writes the file
 * instead, so that the change shows in `git diff`.
 */
export function expectGolden(path: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path)) throw new Error(`${path} is missing: run the test with UPDATE_GOLDEN=1.`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

/** The same for data, as JSON that a reviewer can read. */
export function expectGoldenJson(path: string, data: unknown): void {
  expectGolden(path, `${JSON.stringify(data, null, 2)}\n`);
}
