import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, stackInput, stackParts } from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { freeIngressPort } from '../../harness/ports.ts';
import { neverReached } from '../stack/never-reached.ts';
import { type RunningParts, runParts } from '../stack/run-parts.ts';
import { longLivedTokens } from '../stack/token-life.ts';
import type { Contender } from './contenders.ts';
import { comparedParts } from './parts.ts';

/** What the parts that are compared need to know of each other. */
export interface Surroundings {
  readonly ports: Ports;
  /** Settings of the rate limits and of the share of traces, which the app itself does not get. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where telemetry goes in the end. */
  readonly backend: string;
  /** Folder for log files. */
  readonly logs: string;
  /** Unix socket on which a part is asked what only itself can tell or do. */
  readonly insideSocket: (part: string) => string;
}

/** Where to ask. */
export interface Ports {
  readonly ingress: number;
  readonly fat: number;
  readonly alone: number;
  readonly bare: number;
}

/** All that is compared, running at once before one database and one Redis. */
export interface ComparedStack extends RunningParts {
  readonly ingress: number;
  origin(contender: Contender): string;
  insideSocket(part: string): string;
}

/** Of an anonymous address in a window: above what is asked so, but for the one that is to be refused. */
export const anonymousLimit = 1000;
/** The longest there is, so that none ends while something is measured. Seconds. */
export const anonymousWindow = 86_400;

/** Counted as always; only who is to be refused reaches one. */
const limits = {
  RATE_LIMIT_WINDOW: `${anonymousWindow}s`,
  RATE_LIMIT_MAX_REQUESTS: String(anonymousLimit),
  RATE_LIMIT_AUTH_MAX_REQUESTS: neverReached,
  RATE_LIMIT_LOGIN_MAX_REQUESTS: neverReached,
  RATE_LIMIT_SITE_MAX_REQUESTS: neverReached,
  RATE_LIMIT_GLOBAL_MAX_REQUESTS: neverReached,
} as const;

/**
 * @param backend where telemetry goes in the end.
 * @param kept the share of ordinary traces that is kept.
 */
export async function startComparedStack(backend: string, kept: number): Promise<ComparedStack> {
  const ingress = await freeIngressPort();
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-platform-'));
  const { PATH, HOME } = process.env;
  const settings = { ...limits, ...longLivedTokens, OTEL_TRACES_SAMPLER_ARG: String(kept) };
  const text = {
    PATH,
    HOME,
    ...settings,
    INGRESS_PORT: String(ingress),
    STATE_DIR: stateDir,
    OTEL_EXPORTER_OTLP_ENDPOINT: backend,
  };
  const input = stackInput(loadSettings(text), text, await prepare(text));
  const { logs, sockets } = input.paths;
  const ports = { ingress, fat: ingress + 110, alone: ingress + 111, bare: ingress + 112 };
  const insideSocket = (part: string) => join(sockets, `${part}-inside.sock`);
  const parts = comparedParts(stackParts(input), { ports, settings, backend, logs, insideSocket });
  const running = await runParts(parts, input.paths, stateDir);
  return {
    ...running,
    ingress,
    origin: ({ port }) => `http://127.0.0.1:${ports[port]}`,
    insideSocket,
  };
}
