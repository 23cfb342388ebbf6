import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { aclFile, passwordSecrets, redisConfig } from '@recipe-book/redis';
import type { Settings } from '@recipe-book/settings';
import { pathOf } from '@recipe-book/tools';
import { ownRedisUsers } from '../own-redis.ts';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { writeConfig, writeSecretConfig } from '../write-config.ts';
import { limiterNiceness } from './limiter-niceness.ts';
import { sharedNames } from './names.ts';

/** Redis for counters and cache, unless the settings name one. */
export function redisPart({ settings, paths, placements, tools }: StackInput): Part {
  const placement = placements.redis;
  mkdirSync(placement.dataDir, { recursive: true });
  const config = join(paths.config, 'redis.conf');
  writeConfig(config, redisConfig(placement));
  return {
    name: sharedNames.redis,
    command: pathOf(tools, 'redis-server'),
    args: [withSecrets(config, settings, paths.keys)],
    env: {},
    ports: [{ port: placement.port, what: 'Redis' }],
    niceness: limiterNiceness,
    ready: () => answersPing(placement.port),
  };
}

/** Writes what only Redis may know, if there is anything. @returns the config to start it with. */
function withSecrets(config: string, settings: Settings, folder: string): string {
  const file = join(folder, 'redis.conf');
  const usersFile = join(folder, 'redis-users.acl');
  for (const one of [file, usersFile]) rmSync(one, { force: true });
  const users = ownRedisUsers(settings);
  if (users.length > 0) {
    writeSecretConfig(usersFile, aclFile(users, settings.REDIS_KEY_PREFIX));
    writeSecretConfig(file, `include ${config}\naclfile ${usersFile}\n`);
    return file;
  }
  if (settings.REDIS_PASSWORD === undefined) return config;
  writeSecretConfig(file, `include ${config}\n${passwordSecrets(settings.REDIS_PASSWORD)}`);
  return file;
}

/** An open port is not enough: while Redis still reads its file it answers every command with LOADING. */
function answersPing(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
  socket.once('connect', () => socket.write('PING\r\n'));
  // Without the password it answers NOAUTH, which is an answer as well.
  socket.once('data', (answer) => resolve(/^(\+PONG|-NOAUTH)/.test(answer.toString())));
  socket.once('timeout', () => resolve(false));
  socket.once('error', () => resolve(false));
  socket.once('close', () => resolve(false));
  return promise.finally(() => socket.destroy());
}
