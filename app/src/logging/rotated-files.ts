import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const compressed = '.gz';
/** A compressed file in the making; a crash may leave one, and the next attempt begins it anew. */
const unfinished = '.part';

/** A day or an hour in UTC. */
export interface Period {
  /** As in names of files: `2026-11-26` or `2026-11-26-03`. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly end: number;
}

/** The period that a time belongs to, milliseconds since 1970. */
export function periodOf(time: number, isHourly: boolean): Period {
  const length = isHourly ? 3_600_000 : 86_400_000;
  const start = Math.floor(time / length) * length;
  const text = new Date(start).toISOString();
  return { name: text.slice(0, isHourly ? 13 : 10).replace('T', '-'), end: start + length };
}

/** Path for a file that is put aside, the next of its period that is free. */
export function rotatedName(folder: string, name: string, period: Period): string {
  for (let index = 1; ; index += 1) {
    const path = join(folder, `${name}-${period.name}.${index}.log`);
    if (!existsSync(path) && !existsSync(path + compressed)) return path;
  }
}

/** Compresses what was put aside and is not compressed yet, and removes what is too old. @param maxAge seconds. */
export async function tidy(folder: string, name: string, maxAge: number): Promise<void> {
  const oldest = Date.now() - maxAge * 1000;
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${name}-`)) continue;
    const path = join(folder, entry);
    if (entry.endsWith('.log')) await compress(path);
    else if (!entry.endsWith(`.log${compressed}`)) continue;
    else if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
  }
}

/** The file is there, whole, at any moment: as it was or compressed. */
async function compress(path: string): Promise<void> {
  const part = `${path}${compressed}${unfinished}`;
  const { mode } = await stat(path);
  await pipeline(createReadStream(path), createGzip(), createWriteStream(part, { mode }));
  await rename(part, `${path}${compressed}`);
  await rm(path);
}
