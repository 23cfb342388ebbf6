import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
