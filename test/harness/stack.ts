import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  instancePorts,
  type PartStatus,
  type StackPaths,
  type SupervisorStatus,
  stackPaths,
} from '@recipe-book/local';
import { root } from '../src/root.ts';

/** A stack started by `make up`, as the tests of the suite share it. */
export interface TestStack {
  readonly ingressPort: number;
  readonly instances: number;
  readonly paths: StackPaths;
  /** Ingress ports of all instances. */
  readonly ingresses: readonly number[];
  /** Process id of a running part. */
  pid(part: string): number;
}

/** Runs a make target for a stack, as a user would. @param checkout folder with the Makefile. */
export function make(target: string, env: Record<string, string>, checkout = root) {
  const { status, stdout, stderr } = spawnSync('make', [target], {
    cwd: checkout,
    encoding: 'utf8',
    timeout: 240_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    // What was given to the make that runs the tests is not meant for this one.
    env: { ...process.env, MAKEFLAGS: '', MFLAGS: '', MAKEOVERRIDES: '', ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

/** What the status of a stack says of a part. @param state folder of the stack's state. */
export function partStatus(state: string, part: string): PartStatus | undefined {
  const status: SupervisorStatus = JSON.parse(readFileSync(join(state, 'status.json'), 'utf8'));
  return status.parts.find(({ name }) => name === part);
}

/** Process id of a part; `undefined` while it does not run. */
export function partProcess(state: string, part: string): number | undefined {
  return partStatus(state, part)?.process?.pid;
}

/** The stack that the suite's set-up started. */
export function testStack(): TestStack {
  const ingressPort = Number(process.env['TEST_INGRESS_PORT']);
  const instances = Number(process.env['TEST_INSTANCES']);
  const paths = stackPaths(ingressPort, process.env['TEST_STATE_DIR']);
  return {
    ingressPort,
    instances,
    paths,
    ingresses: Array.from({ length: instances }, (_, at) => instancePorts(ingressPort, at).ingress),
    pid(part) {
      const pid = partProcess(paths.state, part);
      if (pid === undefined) throw new Error(`The part ${part} does not run.`);
      return pid;
    },
  };
}
