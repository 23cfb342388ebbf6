import { areas, type Variable } from '@recipe-book/settings';
import { secret } from '../names.ts';
import type { ExternalSecrets } from '../secrets-options.ts';
import type { Target } from '../target.ts';

/** Go's notation of durations, as Kubernetes has it, with whole numbers alone. */
const duration = /^(\d+(h|m|s))+$/;
/** Names of objects (RFC 1123 subdomains). */
const objectName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** Secrets where none may be, and what an ExternalSecret cannot hold. */
export function secretsProblems({ environment, options }: Target): string[] {
  const { secrets } = options;
  return [
    ...Object.keys(options.settings)
      .filter(isSecret)
      .map(
        (name) =>
          `${name} stands among the settings of ${environment}, where everybody can read it; put it into the Secret "${secret.name}" instead.`,
      ),
    ...(secrets.kind === 'external' ? externalProblems(environment, secrets) : []),
  ];
}

/** REDIS_URL is none here: one that holds a password is refused anyway. */
function isSecret(name: string): boolean {
  const variable = Object.values(areas)
    .flatMap((area) => Object.entries<Variable>(area))
    .find(([each]) => each === name)?.[1];
  return name !== 'REDIS_URL' && variable?.secret === true;
}

function externalProblems(
  environment: string,
  { store, remote, refreshInterval }: ExternalSecrets,
): string[] {
  const problems: string[] = [];
  if (!objectName.test(store)) {
    problems.push(
      `secrets.store is "${store}" for ${environment}; it must be the name of a SecretStore or ClusterSecretStore.`,
    );
  }
  if ('key' in remote && remote.key === '') {
    problems.push(
      `secrets.remote.key is empty for ${environment}; name the entry of the store that holds the secrets.`,
    );
  }
  if (!duration.test(refreshInterval)) {
    problems.push(
      `secrets.refreshInterval is "${refreshInterval}" for ${environment}; allowed: a length of time such as 1h, 30m or 1h30m.`,
    );
  }
  return problems;
}
