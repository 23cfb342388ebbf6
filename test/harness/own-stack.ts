import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instancePorts } from '@recipe-book/local';
import { freeIngressPort } from './ports.ts';
import { make } from './stack.ts';

/** A stack of one test's own, with settings of its own. */
export interface OwnStack {
  readonly port: number;
  /** Ingress ports of all instances. */
  readonly ingresses: readonly number[];
  /** Folder of its state. */
  readonly state: string;
  /** What `make` needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** What `make up` said. */
  readonly output: string;
  stop(): void;
}

/**
 * Starts one by `make up`.
 * @param checkout the folder whose `make up` that is; default: this one.
 * @throws Error with what make said.
 */
export async function ownStack(
  settings: Record<string, string>,
  instances = 1,
  checkout?: string,
): Promise<OwnStack> {
  const port = await freeIngressPort(instances);
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-own-'));
  const env = {
    ...settings,
    INSTANCES: String(instances),
    INGRESS_PORT: String(port),
    STATE_DIR: stateDir,
    DETACH: '1',
  };
  const stop = () => {
    const { status, output } = make('down', env, checkout);
    rmSync(stateDir, { recursive: true, force: true });
    if (status !== 0) throw new Error(`make down failed:\n${output}`);
  };
  const { status, output } = make('up', env, checkout);
  if (status === 0) {
    const ingresses = Array.from({ length: instances }, (_, at) => instancePorts(port, at).ingress);
    return { port, ingresses, state: join(stateDir, String(port)), env, output, stop };
  }
  stop();
  throw new Error(`make up failed:\n${output}`);
}
