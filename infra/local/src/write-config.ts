import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a generated file and the folders that it needs. */
export function writeConfig(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The same for a file that holds a secret: only its owner may read it. */
export function writeSecretConfig(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}

/** Generated data as JSON, indented for readers. */
export function writeJson(path: string, content: unknown): void {
  writeConfig(path, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * Puts a file into a folder that a program watches: as a whole, never half. Only its owner may read it. JSON
 * is YAML, too.
 */
export function replaceWatched(path: string, content: unknown): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = join(dirname(folder), `.${basename(path)}.new`);
  writeFileSync(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, path);
}
