import type { Check } from '../finding.ts';

/** Deployments and StatefulSets with fewer ready pods than asked for. */
export const replicas: Check = {
  group: 'workloads',
  findings: ({ live }) =>
    [...live.deployments.map(kind('Deployment')), ...live.statefulsets.map(kind('StatefulSet'))]
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
      }),
};

function kind<K extends string>(kind: K) {
  return <T>(item: T) => ({ kind, item });
}
