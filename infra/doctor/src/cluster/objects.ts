import type { V1Namespace } from '@kubernetes/client-node';
import { serverOf } from './api.ts';
import { ClusterError } from './cluster-error.ts';
import type { Reader } from './reader.ts';
import {
  type Live,
  type LiveObjects,
  type ResourceName,
  resourceNames,
  resources,
} from './resources.ts';

/**
 * All objects of the namespace.
 * @throws ClusterError when none may be read.
 */
export async function readObjects(reader: Reader): Promise<LiveObjects> {
  const lists = await Promise.all(resourceNames.map((name) => list(reader, name)));
  const unreadable = new Set(reader.unreadable.map(({ resource }) => resource));
  if (resourceNames.every((name) => unreadable.has(name))) {
    throw new ClusterError(
      `You may read nothing in namespace ${reader.namespace}; ask for the rights that docs/doctor.md lists.`,
    );
  }
  // Each list has what its name says: the API server gives nothing else there.
  return Object.fromEntries(resourceNames.map((name, at) => [name, lists[at]])) as never;
}

async function list(reader: Reader, name: ResourceName): Promise<readonly object[]> {
  const { apiVersion } = resources[name];
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const body = await reader.read(name, `${group}/namespaces/${reader.namespace}/${name}`);
  return body === undefined ? [] : (JSON.parse(body) as { items: object[] }).items;
}

/**
 * The namespace itself; none when it may not be read.
 * @throws ClusterError when it does not exist.
 */
export async function readNamespace(reader: Reader): Promise<Live<V1Namespace> | undefined> {
  const { namespace, kubeConfig } = reader;
  const body = await reader.read('namespaces', `/api/v1/namespaces/${namespace}`);
  if (body !== undefined) return JSON.parse(body) as Live<V1Namespace>;
  if (reader.unreadable.some(({ resource }) => resource === 'namespaces')) return undefined;
  throw new ClusterError(
    `The cluster at ${serverOf(kubeConfig)} has no namespace ${namespace}; make it by "make cluster-up", or name another by NAMESPACE=.`,
  );
}
