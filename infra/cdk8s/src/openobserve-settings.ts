import type { Environment, Settings } from '@recipe-book/settings';
import type { EnvironmentOptions } from './environments.ts';
import { components, ports, type SecretKey, secret } from './names.ts';

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

/** Keys of the Secret that what sets OpenObserve up needs, by the variable that each becomes. */
export function openobserveSecrets(settings: Settings): Readonly<Record<string, SecretKey>> {
  const { OPENOBSERVE_ALERTS_TO: targets = [], OPENOBSERVE_READER_EMAIL: reader } = settings;
  return {
    OPENOBSERVE_USERNAME: secret.keys.openobserveRootEmail,
    OPENOBSERVE_PASSWORD: secret.keys.openobserveRootPassword,
    ...(targets.includes('webhook') && {
      OPENOBSERVE_WEBHOOK_URL: secret.keys.openobserveWebhookUrl,
    }),
    ...(targets.includes('slack') && { OPENOBSERVE_SLACK_URL: secret.keys.openobserveSlackUrl }),
    ...(reader !== undefined && {
      OPENOBSERVE_READER_PASSWORD: secret.keys.openobserveReaderPassword,
    }),
  };
}
