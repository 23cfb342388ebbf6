import { createHash } from 'node:crypto';

/** Ten letters that differ with the content: part of the names of objects that cannot be changed. */
export function contentHash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 10);
}
