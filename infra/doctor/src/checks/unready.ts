import { eventsAbout } from '../about/events.ts';
import { isReady, livingPods, type Pod, statusesOf } from '../about/pods.ts';
import { duration } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** What a pod is about when it is only starting. */
const starting = /^(ContainerCreating|PodInitializing)?$/;
/** Events that another check tells about. */
const told = ['Unhealthy', 'FailedMount', 'FailedAttachVolume'];

/** Pods that are not ready although nothing else says why, and those that were put off their node. */
export const unready: Check = {
  group: 'pods',
  findings: (snapshot) => [...evicted(snapshot), ...unexplained(snapshot)],
};

function unexplained(snapshot: Snapshot): Finding[] {
  return livingPods(snapshot).flatMap((pod) => {
    if (isReady(pod) || !pod.spec?.nodeName || isExplained(snapshot, pod)) return [];
    const { name, creationTimestamp } = pod.metadata;
    const age = creationTimestamp ? snapshot.now.getTime() - Date.parse(creationTimestamp) : 0;
    return {
      level: 'warning' as const,
      object: `Pod ${name}`,
      what: `is not ready, ${duration(Math.max(0, age))} after it was made`,
      remedy: `Ask again in a minute; if it stays so, "kubectl describe pod ${name}" shows where it stands.`,
    };
  });
}

function isExplained(snapshot: Snapshot, pod: Pod): boolean {
  const failing = statusesOf(pod).some(
    ({ state }) =>
      !starting.test(state?.waiting?.reason ?? '') || (state?.terminated?.exitCode ?? 0) !== 0,
  );
  return failing || eventsAbout(snapshot, 'Pod', pod.metadata.name, told).length > 0;
}

function evicted({ live }: Snapshot): Finding[] {
  return live.pods.flatMap(({ metadata, status }) => {
    if (status?.phase !== 'Failed' || status.reason !== 'Evicted') return [];
    return {
      level: 'warning' as const,
      object: `Pod ${metadata.name}`,
      what: `was put off its node: ${status.message ?? status.reason}`,
      remedy: 'See what the node is short of; the remains can be deleted.',
    };
  });
}
