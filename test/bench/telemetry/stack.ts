import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, stackInput, stackParts } from '@recipe-book/local';
import { loadSettings } from '@recipe-book/settings';
import { call } from '../../harness/client.ts';
import { freeIngressPort } from '../../harness/ports.ts';
import { registerUser } from '../../harness/users.ts';
import { neverReached } from '../stack/never-reached.ts';
import { asInProduction } from '../stack/production.ts';
import { runParts } from '../stack/run-parts.ts';
import { longLivedTokens } from '../stack/token-life.ts';
import { withoutTelemetry } from './parts.ts';

/** How much telemetry there is. */
export interface Way {
  readonly name: string;
  /** The share of ordinary traces that is kept; `undefined` for no telemetry at all. */
  readonly kept: number | undefined;
}

export const ways: readonly Way[] = [
  { name: 'off', kept: undefined },
  { name: '10 % of the traces', kept: 0.1 },
  { name: 'all traces', kept: 1 },
];

/** Programs whose work is measured. */
export const components = ['Envoy', 'app', 'Collector'] as const;
export type Component = (typeof components)[number];

const partNames: Readonly<Record<Component, string>> = {
  Envoy: 'envoy',
  app: 'app',
  Collector: 'collector',
};

/** A whole stack with one user who has some recipes. */
export interface TelemetryStack {
  readonly way: Way;
  readonly port: number;
  readonly token: string;
  pid(component: Component): number;
  stop(): Promise<void>;
}

/** As many recipes as a page of the list holds. */
const recipes = 20;

/** @param backend where the Collector sends what it keeps. */
export async function startStack(way: Way, backend: string): Promise<TelemetryStack> {
  const port = await freeIngressPort();
  const stateDir = mkdtempSync(join(tmpdir(), 'recipe-book-telemetry-'));
  const { PATH, HOME } = process.env;
  const text = {
    PATH,
    HOME,
    ...longLivedTokens,
    // Counted as always, never reached.
    RATE_LIMIT_AUTH_MAX_REQUESTS: neverReached,
    RATE_LIMIT_GLOBAL_MAX_REQUESTS: neverReached,
    INGRESS_PORT: String(port),
    STATE_DIR: stateDir,
    OTEL_EXPORTER_OTLP_ENDPOINT: backend,
    OTEL_TRACES_SAMPLER_ARG: String(way.kept ?? 1),
  };
  const input = stackInput(loadSettings(text), text, await prepare(text));
  const usual = stackParts(input);
  const parts = (way.kept === undefined ? withoutTelemetry : asInProduction)(usual);
  const running = await runParts(parts, input.paths, stateDir);
  try {
    const { token } = await registerUser(port);
    for (let index = 0; index < recipes; index++) await addRecipe(port, token, index);
    const pid = (component: Component) => running.pid(partNames[component]);
    return { way, port, token, pid, stop: running.stop };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function addRecipe(port: number, token: string, index: number): Promise<void> {
  const body = { title: `Soup ${index}`, ingredients: ['1 l water', '1 onion'], steps: ['Boil.'] };
  const answer = await call({ port, token, path: '/api/recipes', method: 'POST', body });
  if (answer.status !== 201) throw new Error(`No recipe: ${answer.status} ${answer.text}`);
}
