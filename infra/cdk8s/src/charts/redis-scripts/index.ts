import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Programs for `/bin/sh` that end at the first command that fails. They take variables: CONFIG, the file
 * that they write; SHARED_CONFIG, the one without secrets; REDIS_PASSWORD. Those for several servers take
 * SELF, SERVERS and SENTINELS as `host:port`, GROUP, the Sentinels' name for the servers, TRIES, how often
 * all are asked, and SENTINEL_PASSWORD. The last one takes LINGER besides, in seconds.
 */
export const redisScripts = {
  /** For a server of its own. */
  writeConfig: script('quoted.sh', 'write-config.sh'),
  /** For a server among several. */
  writeMember: script('quoted.sh', 'first.sh', 'write-member.sh'),
  writeSentinel: script('quoted.sh', 'first.sh', 'write-sentinel.sh'),
  /** Before a server ends. */
  handOver: script('first.sh', 'hand-over.sh'),
} as const;

/** Of a container that runs one of them. */
export const scriptSize = { cpu: '10m', memory: '16Mi', memoryLimit: '32Mi' };

function script(...files: string[]): string {
  const texts = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  return ['set -eu\n', ...texts].join('');
}
