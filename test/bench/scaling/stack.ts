import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '@recipe-book/capacity';
import {
  embeddedMongodbUri,
  instancePorts,
  prepare,
  stackInput,
  stackParts,
} from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { startParts } from '../../harness/parts.ts';
import { freeIngressPort } from '../../harness/ports.ts';
import { partProcess } from '../../harness/stack.ts';
import { limitSettings } from '../requests/limits.ts';
import { partNames } from '../requests/part-names.ts';
import { makeScene, type Scene } from '../requests/scene.ts';
import { DatabaseCommands } from './database-commands.ts';
import { withPromptCollectors } from './parts.ts';

/** A stack of several instances, of which as many are asked as wanted. */
export interface ScalingStack {
  /** Ingress ports of all instances. */
  readonly ingresses: readonly number[];
  readonly redisPort: number;
  readonly scene: Scene;
  /** Process ids of a program, in all instances. */
  pids(program: Program): number[];
  /** That of one instance, or of what all share. */
  pid(program: Program, instance: number): number;
  /** Commands that the database has carried out so far. */
  databaseCommands(): Promise<number>;
  stop(): Promise<void>;
}

/** Settings as in production, where they differ for telemetry. */
const asInProduction = { LOG_LEVEL: 'info', OTEL_TRACES_SAMPLER_ARG: '0.1' } as const;

/** @param backend where the Collectors send what they keep. */
export async function startScalingStack(instances: number, backend: string): Promise<ScalingStack> {
  const port = await freeIngressPort(instances);
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-scaling-'));
  const { PATH, HOME } = process.env;
  const text = {
    PATH,
    HOME,
    ...limitSettings,
    ...asInProduction,
    INSTANCES: String(instances),
    INGRESS_PORT: String(port),
    STATE_DIR: stateDir,
    OTEL_EXPORTER_OTLP_ENDPOINT: backend,
  };
  const input = stackInput(loadSettings(text), text, await prepare(text));
  const parts = withPromptCollectors(stackParts(input));
  const stop = await startParts(parts, input.paths, stateDir);
  const commands = new DatabaseCommands(embeddedMongodbUri(port));
  const stopAll = () => commands.close().finally(stop);
  try {
    await commands.open();
    const pids = (program: Program) =>
      parts
        .filter(({ name }) => name.replace(/-\d+$/, '') === partNames[program])
        .flatMap(({ name }) => partProcess(input.paths.state, name) ?? []);
    return {
      ingresses: Array.from({ length: instances }, (_, at) => instancePorts(port, at).ingress),
      redisPort: input.placements.redis.port,
      scene: await makeScene(port),
      pids,
      pid(program, instance) {
        const all = pids(program);
        const pid = all.length === 1 ? all[0] : all[instance];
        if (pid === undefined) throw new Error(`A part ${partNames[program]} does not run.`);
        return pid;
      },
      databaseCommands: () => commands.soFar(),
      stop: stopAll,
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
