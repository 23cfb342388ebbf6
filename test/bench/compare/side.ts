import { type Program, programs } from '@recipe-book/capacity';
import { sharedPorts } from '@recipe-book/local';
import { ownStack } from '../../harness/own-stack.ts';
import { partProcess } from '../../harness/stack.ts';
import { addCleanup } from '../cleanup.ts';
import { limitSettings } from '../requests/limits.ts';
import { partNames } from '../requests/part-names.ts';
import { makeScene, type Scene } from '../requests/scene.ts';
import { CompareError } from './compare-error.ts';

/** One of the two that are compared: a stack, as its own `make up` runs it. */
export interface Side {
  readonly name: string;
  readonly port: number;
  readonly redisPort: number;
  /** Folder of what its Collector writes. */
  readonly telemetry: string;
  readonly scene: Scene;
  pid(program: Program): number;
}

/** Starts one, which is stopped when all is cleaned up. @param checkout folder that it is started in. */
export async function startSide(name: string, checkout: string): Promise<Side> {
  const stack = await ownStack({ ...limitSettings, LOG_LEVEL: 'http' }, 1, checkout);
  // Before anything else: it is no child of this program, and would go on after a signal.
  addCleanup(stack.stop);
  const pid = (program: Program) => {
    const found = partProcess(stack.state, partNames[program]);
    if (found === undefined) {
      throw new CompareError(
        `${name} runs no part "${partNames[program]}", so it cannot be compared.`,
      );
    }
    return found;
  };
  for (const program of programs) pid(program);
  const scene = await makeScene(stack.port);
  const { redis: redisPort } = sharedPorts(stack.port);
  return {
    name,
    port: stack.port,
    redisPort,
    telemetry: `${stack.state}/telemetry`,
    scene,
    pid,
  };
}
