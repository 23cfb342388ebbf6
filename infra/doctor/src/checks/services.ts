import type { V1Service } from '@kubernetes/client-node';
import { matches } from '../about/pods.ts';
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

function ofService({ live }: Snapshot, { metadata, spec }: Live<V1Service>): Finding[] {
  const selector = spec?.selector ?? {};
  if (Object.keys(selector).length === 0) return [];
  const slices = live.endpointslices.filter(
    (slice) => slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name,
  );
  const ready = slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready !== false);
  const finding = (what: string, remedy: string): Finding[] => [
    { level: 'error', object: `Service ${metadata.name}`, what, remedy },
  ];
  if (ready.length === 0) {
    const pods = live.pods.filter((pod) => matches(pod.metadata.labels, selector));
    return pods.length === 0
      ? finding(
          'leads nowhere: no pod has the labels that it asks for',
          'Apply what makes the pods, or correct the selector.',
        )
      : finding(
          `leads nowhere: none of its ${count(pods.length, 'pod')} is ready`,
          'See what is said of its pods.',
        );
  }
  const known = new Set(slices.flatMap(({ ports }) => ports ?? []).map(({ name }) => name ?? ''));
  const lost = (spec?.ports ?? []).filter(({ name }) => !known.has(name ?? ''));
  return lost.flatMap(({ name, port, targetPort }) =>
    finding(
      `its port ${name ?? port} leads nowhere: no container has a port named ${targetPort}`,
      'Give the container a port of that name, or correct targetPort.',
    ),
  );
}
