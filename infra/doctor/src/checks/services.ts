import type { V1Service } from '@kubernetes/client-node';
import { hasEnded, matches } from '../about/pods.ts';
import { scaledToZero } from '../about/scaled-to-zero.ts';
import { count } from '../about/words.ts';
import type { Live } from '../cluster/resources.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Services that lead nowhere. */
export const services: Check = {
  group: 'workloads',
  findings: (snapshot) => {
    if (snapshot.unreadable.some(({ resource }) => resource === 'endpointslices')) return [];
    return snapshot.live.services.flatMap((service) => ofService(snapshot, service));
  },
};

function ofService(snapshot: Snapshot, { metadata, spec }: Live<V1Service>): Finding[] {
  const { live } = snapshot;
  const selector = spec?.selector ?? {};
  if (Object.keys(selector).length === 0) return [];
  const slices = live.endpointslices.filter(
    (slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name,
  );
  const ready = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false);
  const error = { level: 'error', object: `Service ${metadata.name}` } as const;
  if (ready.length === 0) return [{ ...error, ...whyNowhere(snapshot, selector) }];
  const known = new Set(slices.flatMap(({ ports }) => ports ?? []).map(({ name }) => name ?? ''));
  const lost = (spec?.ports ?? []).filter(({ name }) => !known.has(name ?? ''));
  return lost.map(({ name, port, targetPort }) => ({
    ...error,
    what: `its port ${name ?? port} leads nowhere: no container has a port named ${targetPort}`,
    remedy: 'Give the container a port of that name, or correct targetPort.',
  }));
}

function whyNowhere(
  snapshot: Snapshot,
  selector: Readonly<Record<string, string>>,
): Pick<Finding, 'what' | 'remedy'> {
  const empty = scaledToZero(snapshot).find(({ podLabels }) => matches(podLabels, selector));
  if (empty) {
    return {
      what: `leads nowhere: ${empty.object} is scaled to 0`,
      remedy: `See what is said of ${empty.object}.`,
    };
  }
  const pods = snapshot.live.pods.filter((pod) => matches(pod.metadata.labels, selector));
  if (pods.length === 0) {
    return {
      what: 'leads nowhere: no pod has the labels that it asks for',
      remedy: 'Apply what makes the pods, or correct the selector.',
    };
  }
  const going = pods.filter((pod) => !hasEnded(pod));
  return {
    what:
      going.length === 0
        ? 'leads nowhere: all of its pods have ended'
        : `leads nowhere: none of its ${count(going.length, 'pod')} is ready`,
    remedy: 'See what is said of its pods.',
  };
}
