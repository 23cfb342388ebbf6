import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, Supervisor, stackInput, stackParts } from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { freeIngressPort } from '../../harness/ports.ts';
import { partProcess } from '../../harness/stack.ts';
import { limitSettings } from './limits.ts';
import { edgeParts, type MeasuredPart } from './parts.ts';

/** What is measured against each other, all running at once. */
export interface EdgeStack {
  readonly ports: EdgePorts;
  /** Process id of a part. */
  pid(part: MeasuredPart): number;
  stop(): Promise<void>;
}

/** Where to ask. */
export interface EdgePorts {
  /** The whole edge, before the plain app. */
  readonly edge: number;
  /** Envoy without limits, before the plain app. */
  readonly envoy: number;
  /** The plain app. */
  readonly app: number;
  /** The app that limits rates itself. */
  readonly limitingApp: number;
}

/** The edge as `make up` runs it, with small apps instead of Recipe Book. */
export async function startEdgeStack(): Promise<EdgeStack> {
  const port = await freeIngressPort();
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-edge-'));
  const { PATH, HOME } = process.env;
  const own = { INGRESS_PORT: String(port), STATE_DIR: stateDir };
  const text = { PATH, HOME, ...limitSettings, ...own };
  const input = stackInput(loadSettings(text), text, await prepare(text));
  const ports = { edge: port, envoy: port + 100, app: port + 110, limitingApp: port + 111 };
  const [redis] = input.placements.ratelimit.redis;
  const parts = edgeParts(stackParts(input), ports, `redis://${redis?.address}:${redis?.port}`);
  const { logs: logDir, state } = input.paths;
  const supervisor = new Supervisor({ parts, logDir, stateDir: state });
  const stop = async () => {
    await supervisor.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    await supervisor.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const pid = (part: MeasuredPart) => {
    const found = partProcess(state, part);
    if (found === undefined) throw new Error(`The part ${part} does not run.`);
    return found;
  };
  return { ports, pid, stop };
}
