import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CompareError } from './compare-error.ts';
import { toKeep } from './count-changes.ts';
import type { CountsByKind } from './counts.ts';

const path = join(import.meta.dirname, 'golden/counts.json');

/** The counts that were kept last; none at all before the first time. */
export function readBaseline(): CountsByKind | undefined {
  if (!existsSync(path)) {
    if (process.env['UPDATE_GOLDEN'] === '1') return undefined;
    throw new CompareError(`${path} is missing: run it with UPDATE_GOLDEN=1.`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as CountsByKind;
}

/** Keeps what can be kept. @returns the path of the file. */
export function writeBaseline(counts: CountsByKind): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(toKeep(counts), null, 2)}\n`);
  return path;
}
