import { duration } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** How long after its time a pod may still be there, milliseconds. */
const patience = 30_000;

/** Pods, and the namespace itself, that do not come to their end. */
export const terminating: Check = {
  group: 'pods',
  findings: (snapshot) => [...ofNamespace(snapshot), ...ofPods(snapshot)],
};

function ofPods({ live, now }: Snapshot): Finding[] {
  return live.pods.flatMap(({ metadata, spec }) => {
    const { name, deletionTimestamp, finalizers = [] } = metadata;
    if (!deletionTimestamp) return [];
    // It holds the time by which the pod should be gone, grace included.
    const late = now.getTime() - Date.parse(deletionTimestamp);
    if (late < patience) return [];
    return {
      level: 'error' as const,
      object: `Pod ${name}`,
      what: `should have been gone for ${duration(late)}${finalizers.length > 0 ? `, but waits for ${finalizers.join(', ')}` : ''}`,
      remedy:
        finalizers.length > 0
          ? 'See why whoever set the finalizer does not remove it.'
          : `See whether node ${spec?.nodeName ?? '(none)'} is there; if it is gone for good, "kubectl delete pod --force ${name}".`,
    };
  });
}

function ofNamespace({ namespace, namespaceObject }: Snapshot): Finding[] {
  if (namespaceObject?.status?.phase !== 'Terminating') return [];
  const what = 'is being deleted, with all that is in it';
  const remedy = 'Wait until it is gone, then apply the manifests again.';
  return [{ level: 'error', object: `Namespace ${namespace}`, what, remedy }];
}
