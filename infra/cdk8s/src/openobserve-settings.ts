import type { Environment } from '@recipe-book/settings';
import type { EnvironmentOptions } from './environments.ts';
import { components, ports } from './names.ts';

/** What names the backend for telemetry; of no concern where OpenObserve is at hand. */
const aboutBackend: readonly string[] = ['OPENOBSERVE_URL', 'OTEL_EXPORTER_OTLP_ENDPOINT'];

/** True when the environment runs its own OpenObserve; the light profile leaves it out of development. */
export function runsOpenObserve(
  environment: Environment,
  { openobserve }: EnvironmentOptions,
  profile: string | undefined,
): boolean {
  const isLight = environment === 'development' && profile === 'light';
  return openobserve.kind === 'in-cluster' && !isLight;
}

/** Whether a setting names another backend than the environment's own. */
export function isForAnotherBackend(name: string): boolean {
  return aboutBackend.includes(name);
}

/** Where a pod finds the environment's own. */
export const ownOpenObserve = {
  OPENOBSERVE_URL: `http://${components.openobserve}:${ports.openobserve}`,
} as const;
