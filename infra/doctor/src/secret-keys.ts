import type { V1Ingress } from '@kubernetes/client-node';
import { neededSecretKeys, secret, type Target, tlsSecretOf } from '@recipe-book/cdk8s';
import type { KubeObject, NeededKeys } from './snapshot.ts';

const tlsKeys = new Map([
  ['tls.crt', 'Certificate for clients, as PEM.'],
  ['tls.key', 'Private key of that certificate, as PEM.'],
]);

/** The keys that the Secrets of a target must have, by the name of the Secret. */
export function neededKeys(target: Target, objects: readonly KubeObject[]): NeededKeys {
  const own = new Map(neededSecretKeys(target).map(({ key, what }) => [key as string, what]));
  const certificates = certificateHosts(target, objects).keys();
  return new Map([
    [secret.name, own],
    ...[...certificates].map((name) => [name, tlsKeys] as const),
  ]);
}

/** The host names that clients use with each certificate, by the name of its Secret. */
export function certificateHosts(
  { options, settings }: Target,
  objects: readonly KubeObject[],
): Map<string, readonly string[]> {
  const hosts = new Map<string, readonly string[]>();
  for (const { kind, spec } of objects) {
    if (kind !== 'Ingress') continue;
    for (const { secretName, hosts: names = [] } of (spec as V1Ingress['spec'])?.tls ?? []) {
      if (secretName) hosts.set(secretName, names);
    }
  }
  const atEnvoy = tlsSecretOf(options);
  const url = settings.PUBLIC_URL;
  if (atEnvoy) hosts.set(atEnvoy, url === undefined ? [] : [new URL(url).hostname]);
  return hosts;
}
