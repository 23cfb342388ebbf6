import type {
  CoreV1Event,
  V1ConfigMap,
  V1Deployment,
  V1EndpointSlice,
  V1Ingress,
  V1Job,
  V1NetworkPolicy,
  V1ObjectMeta,
  V1PersistentVolumeClaim,
  V1Pod,
  V1PodDisruptionBudget,
  V1ReplicaSet,
  V1Service,
  V1ServiceAccount,
  V1StatefulSet,
  V2HorizontalPodAutoscaler,
} from '@kubernetes/client-node';

/** A type of the client library as the API server writes it: times are text. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer E)[]
    ? Json<E>[]
    : T extends object
      ? { [K in keyof T]: Json<T[K]> }
      : T;

/** An object of the cluster. It always has a name. */
export type Live<T> = Omit<Json<T>, 'metadata'> & {
  readonly metadata: Json<V1ObjectMeta> & { readonly name: string };
};

interface Types {
  pods: V1Pod;
  events: CoreV1Event;
  configmaps: V1ConfigMap;
  services: V1Service;
  serviceaccounts: V1ServiceAccount;
  persistentvolumeclaims: V1PersistentVolumeClaim;
  deployments: V1Deployment;
  replicasets: V1ReplicaSet;
  statefulsets: V1StatefulSet;
  jobs: V1Job;
  horizontalpodautoscalers: V2HorizontalPodAutoscaler;
  poddisruptionbudgets: V1PodDisruptionBudget;
  networkpolicies: V1NetworkPolicy;
  ingresses: V1Ingress;
  endpointslices: V1EndpointSlice;
}

export type ResourceName = keyof Types;
export type LiveObjects = { readonly [K in ResourceName]: readonly Live<Types[K]>[] };

/** Every resource that is listed, with its API. */
export const resources: Readonly<Record<ResourceName, { apiVersion: string; kind: string }>> = {
  pods: { apiVersion: 'v1', kind: 'Pod' },
  events: { apiVersion: 'v1', kind: 'Event' },
  configmaps: { apiVersion: 'v1', kind: 'ConfigMap' },
  services: { apiVersion: 'v1', kind: 'Service' },
  serviceaccounts: { apiVersion: 'v1', kind: 'ServiceAccount' },
  persistentvolumeclaims: { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  deployments: { apiVersion: 'apps/v1', kind: 'Deployment' },
  replicasets: { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  statefulsets: { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  jobs: { apiVersion: 'batch/v1', kind: 'Job' },
  horizontalpodautoscalers: { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  poddisruptionbudgets: { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  networkpolicies: { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  ingresses: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  endpointslices: { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
};

export const resourceNames = Object.keys(resources) as ResourceName[];

/** The resource of a kind; none for kinds that are not listed. */
export function resourceOf(kind: string): ResourceName | undefined {
  return resourceNames.find((name) => resources[name].kind === kind);
}
