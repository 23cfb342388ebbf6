import type { V1ContainerStatus, V1Pod } from '@kubernetes/client-node';
import type { Json, Live } from '../cluster/resources.ts';
import type { Snapshot } from '../snapshot.ts';

export type Pod = Live<V1Pod>;
export type ContainerStatus = Json<V1ContainerStatus>;

/** Label by which Services, budgets and policies find the pods of a component. */
export const componentLabel = 'app.kubernetes.io/name';

/** All containers of a pod: those that prepare it, sidecars and the rest. */
export function statusesOf({ status }: Pod): ContainerStatus[] {
  return [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])];
}

/** Pods that are to go on: neither done nor on their way out. */
export function livingPods({ live }: Pick<Snapshot, 'live'>): Pod[] {
  return live.pods.filter((pod) => !pod.metadata.deletionTimestamp && !hasEnded(pod));
}

/** Done, failed or evicted: what is left of it is a record. */
export function hasEnded({ status }: Pod): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed';
}

export function isReady({ status }: Pod): boolean {
  return (
    status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
  );
}

/** Each container of the living pods, with its status. */
export function* containersOf(snapshot: Snapshot): Generator<[Pod, ContainerStatus]> {
  for (const pod of livingPods(snapshot)) {
    for (const container of statusesOf(pod)) yield [pod, container];
  }
}

/** True when the labels hold all that are asked for. */
export function matches(
  labels: Readonly<Record<string, string>> | undefined,
  asked: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(asked).every(([key, value]) => labels?.[key] === value);
}
