import { eventsAbout } from '../about/events.ts';
import { livingPods, statusesOf } from '../about/pods.ts';
import { clause } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Volumes that are not bound, or that the node cannot mount. */
export const volumes: Check = {
  group: 'pods',
  findings: (snapshot) => [...unbound(snapshot), ...unmounted(snapshot)],
};

function unbound(snapshot: Snapshot): Finding[] {
  return snapshot.live.persistentvolumeclaims.flatMap(({ metadata, spec, status }) => {
    const { name } = metadata;
    if (status?.phase === 'Bound') return [];
    const object = `PersistentVolumeClaim ${name}`;
    if (status?.phase === 'Lost') {
      const what = 'its volume is gone, and what was on it';
      return { level: 'error' as const, object, what, remedy: 'Delete it, and restore a backup.' };
    }
    const [event] = eventsAbout(snapshot, 'PersistentVolumeClaim', name, [
      'ProvisioningFailed',
      'FailedBinding',
      'WaitForFirstConsumer',
      'ExternalProvisioning',
    ]);
    // Bound as soon as a pod wants it, so the pod says what is wrong.
    if (event?.reason === 'WaitForFirstConsumer') return [];
    return {
      level: 'error' as const,
      object,
      what: `has no volume: ${clause(event?.message)}`,
      remedy: spec?.storageClassName
        ? `See whether the StorageClass ${spec.storageClassName} exists and its provisioner runs.`
        : 'Name a StorageClass, or give the cluster a default one.',
    };
  });
}

function unmounted(snapshot: Snapshot): Finding[] {
  return livingPods(snapshot).flatMap((pod) => {
    if (statusesOf(pod).some(({ state }) => state?.running)) return [];
    const { name } = pod.metadata;
    const [event] = eventsAbout(snapshot, 'Pod', name, ['FailedAttachVolume', 'FailedMount']);
    // Those of Secrets and ConfigMaps have a check of their own.
    if (!event || /secret|configmap/i.test(event.message ?? '')) return [];
    return {
      level: 'error' as const,
      object: `Pod ${name}`,
      what: `a volume cannot be mounted: ${clause(event.message)}`,
      remedy: 'See whether another node still holds the volume, and whether its provisioner runs.',
    };
  });
}
