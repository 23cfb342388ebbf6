import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  instancePorts,
  prepare,
  type StackPaths,
  Supervisor,
  stackInput,
  stackParts,
} from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { pathOf } from '@recipe-book/tools';
import { freeIngressPort } from '../../harness/ports.ts';
import { redisCommand } from './redis-command.ts';
import { redisNames, redisServers } from './redis-servers.ts';
import { TcpProxy } from './tcp-proxy.ts';

/** A whole stack of its own, whose parts can be made to fail. */
export interface ChaosStack {
  readonly port: number;
  /** Of Envoy's admin interface. */
  readonly adminPort: number;
  readonly paths: StackPaths;
  /** Starts, stops and signals the parts. */
  readonly parts: Supervisor;
  /** Between all parts and Redis. */
  readonly proxy: TcpProxy;
  /** Ports of the two servers behind it. */
  readonly redisPorts: { readonly primary: number; readonly standby: number };
  /** Sends one command to the Redis that is asked now. */
  redis(command: string): Promise<string>;
  stop(): Promise<void>;
}

/** Within the hundred ports of the first instance, beside those of `make up`. */
const redisOffsets = { primary: 90, standby: 91 } as const;

/** @param given settings that differ from a stack of `make up`. */
export async function startChaosStack(given: Record<string, string>): Promise<ChaosStack> {
  const port = Number(process.env['INGRESS_PORT']) || (await freeIngressPort());
  const redisPorts = { primary: port + redisOffsets.primary, standby: port + redisOffsets.standby };
  const proxy = await TcpProxy.listen(redisPorts.primary);
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-chaos-'));
  const text = {
    ...process.env,
    ...given,
    // Whatever the shell names is not for being broken.
    MONGODB_URI: '',
    REDIS_PASSWORD: '',
    INGRESS_PORT: String(port),
    STATE_DIR: stateDir,
    REDIS_URL: `redis://127.0.0.1:${proxy.port}`,
  };
  const input = stackInput(loadSettings(text), text, await prepare(text));
  const redisProgram = pathOf(input.tools, 'redis-server');
  const parts = new Supervisor({
    parts: [
      ...redisServers(redisProgram, input.paths.data, redisPorts),
      // They take this Redis for one that is there already.
      ...stackParts(input).map((part) => ({
        ...part,
        after: [...(part.after ?? []), redisNames.standby],
      })),
    ],
    logDir: input.paths.logs,
    stateDir: input.paths.state,
  });
  const stop = async () => {
    await parts.stop();
    proxy.close();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    await parts.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    port,
    adminPort: instancePorts(port, 0).envoyAdmin,
    paths: input.paths,
    parts,
    proxy,
    redisPorts,
    redis: (command) => redisCommand(proxy.target, command),
    stop,
  };
}
