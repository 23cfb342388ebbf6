import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs for `/bin/sh` that end at the first command that fails. */
export const redisScripts = {
  /** Writes `$CONFIG` that includes `$SHARED_CONFIG`, with `$REDIS_PASSWORD`. */
  writeConfig: script('quoted.sh', 'write-config.sh'),
} as const;

function script(...files: string[]): string {
  const texts = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  return ['set -eu\n', ...texts].join('');
}
