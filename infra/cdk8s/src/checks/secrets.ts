import type { ExternalSecrets } from '../secrets-options.ts';
import type { Target } from '../target.ts';

/** Go's notation of durations, as Kubernetes has it, with whole numbers alone. */
const duration = /^(\d+(h|m|s))+$/;
/** Names of objects (RFC 1123 subdomains). */
const objectName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** What an ExternalSecret cannot hold. */
export function secretsProblems({ environment, options: { secrets } }: Target): string[] {
  return secrets.kind === 'external' ? externalProblems(environment, secrets) : [];
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
