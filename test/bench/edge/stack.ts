import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, stackInput, stackParts } from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { freeIngressPort } from '../../harness/ports.ts';
import { type RunningParts, runParts } from '../stack/run-parts.ts';
import { limitSettings } from './limits.ts';
import { edgeParts } from './parts.ts';

/** What is measured against each other, all running at once. */
export interface EdgeStack extends RunningParts {
  readonly ports: EdgePorts;
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
  return { ports, ...(await runParts(parts, input.paths, stateDir)) };
}
