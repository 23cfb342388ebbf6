import { isForAnotherBackend } from '../openobserve-settings.ts';
import { isForAnotherRedis } from '../redis-settings.ts';
import type { Target } from '../target.ts';

/** What the database and OpenObserve cannot be. */
export function storeProblems(target: Target): string[] {
  return [
    ...databaseProblems(target),
    ...openobserveProblems(target),
    ...ignoredSettings(target),
    ...closedServices(target),
  ];
}

function databaseProblems({ environment, options }: Target): string[] {
  if (options.mongodb.kind === 'external' || environment === 'development') return [];
  return [
    `mongodb is "in-cluster" for ${environment}; that is a single copy without a password, for development only.`,
  ];
}

/** It ends at once when it shall keep things for less. */
const leastRetention = 3;

function openobserveProblems({ environment, options: { openobserve } }: Target): string[] {
  if (openobserve.kind === 'external' || openobserve.retentionDays >= leastRetention) return [];
  return [
    `openobserve.retentionDays is ${openobserve.retentionDays} for ${environment}; OpenObserve keeps telemetry for at least ${leastRetention} days.`,
  ];
}

/** Services that the network policy would not let anybody get to. */
function closedServices({ environment, settings, options, runs }: Target): string[] {
  const services = [
    ['S3_ENDPOINT', 'pictures'],
    ...(runs.openobserve
      ? []
      : ([
          ['OPENOBSERVE_URL', 'telemetry'],
          ['OTEL_EXPORTER_OTLP_ENDPOINT', 'telemetry'],
        ] as const)),
  ] as const;
  return services.flatMap(([name, service]) => {
    const host = URL.parse(settings[name] ?? '')?.hostname ?? '';
    if (!inCluster.test(host) || options.privateServices?.includes(service)) return [];
    return [
      `${name} names ${host}, which is in the cluster; add "${service}" to the privateServices of ${environment}.`,
    ];
  });
}

/** Names that the DNS of a cluster alone knows: of a Service, with its namespace and `svc` or without. */
const inCluster = /^(?!localhost$)[a-z0-9-]+$|\.svc(\.cluster\.local)?$/;

/** In environments.ts, in contrast to the shell, somebody has this very environment in mind. */
function ignoredSettings({ environment, options, runs }: Target): string[] {
  const isIgnored = (name: string) =>
    isForAnotherRedis(name, options) || (runs.openobserve && isForAnotherBackend(name));
  return Object.keys(options.settings)
    .filter(isIgnored)
    .map(
      (name) =>
        `${name} stands among the settings of ${environment}, which runs its own and so ignores it; take it out, or let the environment use an external one.`,
    );
}
