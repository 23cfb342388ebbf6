import { ApiException, type V1Node } from '@kubernetes/client-node';
import { components, type Target } from '@recipe-book/cdk8s';
import type { Cluster } from './cluster.ts';

/**
 * Where the app may be reached from here, best first. A port of the nodes is tried at each node's
 * address and at this machine's, since kind and clusters on this machine lead it there.
 * @param hostPort port of this machine that leads to the node port.
 */
export async function addresses(
  cluster: Cluster,
  { options: { exposure, namespace } }: Target,
  hostPort?: number,
): Promise<string[]> {
  switch (exposure.kind) {
    case 'load-balancer': {
      const service = { name: components.app, namespace };
      const { status } = await cluster.core.readNamespacedService(service);
      return (status?.loadBalancer?.ingress ?? []).map(
        ({ hostname, ip }) => `${schemeOf(exposure)}://${hostname ?? ip}`,
      );
    }
    case 'ingress':
      return [`https://${exposure.host}`];
    case 'node-port': {
      const hosts = (await nodes(cluster))
        .flatMap(nodeAddresses)
        .map((host) => `${host}:${exposure.port}`);
      const here = hostPort === undefined ? [] : [`localhost:${hostPort}`];
      return [...here, ...hosts, `localhost:${exposure.port}`].map(
        (host) => `${schemeOf(exposure)}://${host}`,
      );
    }
  }
}

function schemeOf({ tlsSecret }: { readonly tlsSecret?: string }): string {
  return tlsSecret === undefined ? 'http' : 'https';
}

/** The first address that answers, or `undefined`. */
export async function firstThatAnswers(addresses: readonly string[]): Promise<string | undefined> {
  for (const address of addresses) {
    try {
      const { ok } = await fetch(`${address}/health/live`, { signal: AbortSignal.timeout(2000) });
      if (ok) return address;
    } catch {}
  }
  return undefined;
}

/** None when one may not see them: nodes belong to no namespace. */
async function nodes(cluster: Cluster): Promise<V1Node[]> {
  try {
    return (await cluster.core.listNode()).items;
  } catch (error) {
    if (error instanceof ApiException && error.code === 403) return [];
    throw error;
  }
}

function nodeAddresses({ status }: V1Node): string[] {
  const wanted = ['ExternalIP', 'InternalIP'];
  return wanted.flatMap(
    (type) => status?.addresses?.filter((one) => one.type === type).map((one) => one.address) ?? [],
  );
}
