import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { redisConfig } from '@recipe-book/redis';
import { pathOf } from '@recipe-book/tools';
import type { StackInput } from '../stack-input.ts';
import type { Part } from '../supervisor/index.ts';
import { writeConfig, writeSecretConfig } from '../write-config.ts';
import { sharedNames } from './names.ts';

/** Redis for counters and cache, unless REDIS_URL names one. */
export function redisPart({ settings, paths, placements, tools }: StackInput): Part {
  const placement = placements.redis;
  mkdirSync(placement.dataDir, { recursive: true });
  const config = join(paths.config, 'redis.conf');
  writeConfig(config, redisConfig(placement));
  const password = settings.REDIS_PASSWORD;
  const args = [config];
  const secret = join(paths.keys, 'redis.conf');
  rmSync(secret, { force: true });
  if (password) {
    writeSecretConfig(
      secret,
      `include ${config}\nrequirepass "${password.replaceAll(/["\\]/g, '\\$&')}"\n`,
    );
    args[0] = secret;
  }
  return {
    name: sharedNames.redis,
    command: pathOf(tools, 'redis-server'),
    args,
    env: {},
    ports: [{ port: placement.port, what: 'Redis' }],
    ready: () => answersPing(placement.port),
  };
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
