import { scaledToZero } from '../about/scaled-to-zero.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Deployments and StatefulSets with fewer ready pods than asked for, or than the manifest asks for. */
export const replicas: Check = {
  group: 'workloads',
  findings: (snapshot) => [...withoutPods(snapshot), ...withTooFew(snapshot)],
};

/** Those with an autoscaler are told with it. */
function withoutPods(snapshot: Snapshot): Finding[] {
  return scaledToZero(snapshot)
    .filter(({ autoscaled }) => !autoscaled)
    .map(({ object, command }) => ({
      level: 'error',
      object,
      what: 'is scaled to 0',
      remedy: `"${command}".`,
    }));
}

function withTooFew({ live }: Snapshot): Finding[] {
  return [
    ...live.deployments.map(kind('Deployment')),
    ...live.statefulsets.map(kind('StatefulSet')),
  ]
    .map(({ kind, item: { metadata, spec, status } }) => ({
      object: `${kind} ${metadata.name}`,
      asked: spec?.replicas ?? 1,
      ready: status?.readyReplicas ?? 0,
    }))
    .flatMap(({ object, asked, ready }) => {
      if (ready >= asked) return [];
      return {
        level: 'error' as const,
        object,
        what: `${ready} of ${asked} pods ${asked === 1 ? 'is' : 'are'} ready`,
        remedy: 'See what is said of its pods.',
      };
    });
}

function kind<K extends string>(kind: K) {
  return <T>(item: T) => ({ kind, item });
}
