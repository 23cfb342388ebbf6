import type { V1Ingress, V1PodSpec } from '@kubernetes/client-node';
import type { KubeObject } from './snapshot.ts';

const tlsKeys = ['tls.crt', 'tls.key'];

/** The keys of each Secret that the manifests cannot do without. */
export function neededKeys(objects: readonly KubeObject[]): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  for (const [secret, key] of objects.flatMap((object) => [
    ...ofPods(object),
    ...ofIngress(object),
  ])) {
    needed.set(secret, (needed.get(secret) ?? new Set()).add(key));
  }
  return needed;
}

function ofPods({ spec }: KubeObject): [string, string][] {
  const pod = (spec as { template?: { spec?: V1PodSpec } } | undefined)?.template?.spec;
  if (!pod) return [];
  const variables = [...(pod.initContainers ?? []), ...pod.containers]
    .flatMap(({ env }) => env ?? [])
    .flatMap(({ valueFrom }) => {
      const { name, key, optional } = valueFrom?.secretKeyRef ?? {};
      return name && key && !optional ? [[name, key] as [string, string]] : [];
    });
  const files = (pod.volumes ?? []).flatMap(({ secret }) => {
    const { secretName, items, optional } = secret ?? {};
    if (!secretName || optional) return [];
    // Only certificates are mounted whole.
    const keys = items?.map(({ key }) => key) ?? tlsKeys;
    return keys.map((key): [string, string] => [secretName, key]);
  });
  return [...variables, ...files];
}

function ofIngress({ kind, spec }: KubeObject): [string, string][] {
  if (kind !== 'Ingress') return [];
  const { tls = [] } = spec as NonNullable<V1Ingress['spec']>;
  return tls.flatMap(({ secretName }) =>
    secretName ? tlsKeys.map((key): [string, string] => [secretName, key]) : [],
  );
}

/** The host names that clients use with the certificate of a Secret, by the name of the Secret. */
export function certificateHosts(
  objects: readonly KubeObject[],
  envoy: { readonly secret: string | undefined; readonly url: string | undefined },
): Map<string, string[]> {
  const hosts = new Map<string, string[]>();
  for (const { kind, spec } of objects) {
    if (kind !== 'Ingress') continue;
    for (const { secretName, hosts: names = [] } of (spec as V1Ingress['spec'])?.tls ?? []) {
      if (secretName) hosts.set(secretName, names);
    }
  }
  const host = envoy.url && new URL(envoy.url).hostname;
  if (envoy.secret && host) hosts.set(envoy.secret, [host]);
  return hosts;
}
