import type { KubeObject } from '@recipe-book/cdk8s';
import { isScaledBy } from '../about/scaled-to-zero.ts';
import { resourceOf } from '../cluster/resources.ts';
import { compare, type Difference } from '../drift/compare.ts';
import { inWords } from '../drift/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

const apply = 'Apply the manifests of "make synth", or bring the change into them.';

/** Objects that are not as `make synth` writes them: missing ones, changed ones, ones too many. */
export const drift: Check = {
  group: 'drift',
  findings: (snapshot) => [...wrong(snapshot), ...extra(snapshot)],
};

function wrong(snapshot: Snapshot): Finding[] {
  return snapshot.wanted.flatMap((want): Finding[] => {
    const candidates = liveOf(snapshot, want.kind);
    if (!candidates) return [];
    const object = nameOf(want);
    const have = candidates.find(({ metadata }) => metadata.name === want.metadata.name);
    if (!have) return [{ level: 'error', object, what: 'is missing', remedy: apply }];
    const found = differences(snapshot, want, have);
    if (found.length === 0) return [];
    const what = `differs from the manifest in ${found.length} place${found.length === 1 ? '' : 's'}`;
    const details = found.map((difference) => inWords(difference, snapshot.redact));
    return [{ level: 'error', object, what, remedy: apply, details }];
  });
}

function differences(snapshot: Snapshot, want: KubeObject, have: object): Difference[] {
  const found = compare(want, { apiVersion: want.apiVersion, kind: want.kind, ...have });
  return isScaled(snapshot, want) ? found.filter(({ path }) => path !== 'spec.replicas') : found;
}

/** How many pods there are is then the autoscaler's to say. */
function isScaled({ live }: Snapshot, object: KubeObject): boolean {
  return live.horizontalpodautoscalers.some((one) => isScaledBy(one, object));
}

/** What a manifest of ours once made and none makes any more. */
function extra(snapshot: Snapshot): Finding[] {
  const expected = new Set([...snapshot.wanted.map(nameOf), ...keptOnPurpose(snapshot)]);
  return kinds.flatMap((kind) =>
    (liveOf(snapshot, kind) ?? []).flatMap(({ metadata }): Finding[] => {
      const object = nameOf({ kind, metadata });
      const ours = metadata.labels?.['app.kubernetes.io/managed-by'] === 'cdk8s';
      if (!ours || expected.has(object)) return [];
      const what = 'is in no manifest any more';
      const remedy = `If nobody needs it: "kubectl delete ${kind.toLowerCase()} ${metadata.name}".`;
      return [{ level: 'warning', object, what, remedy }];
    }),
  );
}

function nameOf({ kind, metadata }: Pick<KubeObject, 'kind' | 'metadata'>): string {
  return `${kind} ${metadata.name}`;
}

/** Kinds that the manifests are made of. */
const kinds = [
  'ConfigMap',
  'ServiceAccount',
  'Service',
  'Deployment',
  'StatefulSet',
  'Job',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'NetworkPolicy',
  'Ingress',
];

/** Of earlier versions: ConfigMaps that a rollback would need, and Jobs that did their work. */
function keptOnPurpose({ live }: Snapshot): string[] {
  const specs = [
    ...[...live.replicasets, ...live.jobs].map(({ spec }) => spec?.template?.spec),
    ...live.pods.map(({ spec }) => spec),
  ];
  const mounted = specs
    .flatMap((spec) => spec?.volumes ?? [])
    .flatMap(({ configMap }) => configMap?.name ?? []);
  const done = live.jobs.filter(({ status }) => status?.succeeded);
  return [
    ...mounted.map((name) => nameOf({ kind: 'ConfigMap', metadata: { name } })),
    ...done.map(({ metadata }) => nameOf({ kind: 'Job', metadata })),
  ];
}

interface Named {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

/** The live objects of a kind; none when they could not be read. */
function liveOf(snapshot: Snapshot, kind: string): readonly Named[] | undefined {
  if (kind === 'Namespace') return snapshot.namespaceObject && [snapshot.namespaceObject];
  const resource = resourceOf(kind);
  if (!resource || snapshot.unreadable.some((one) => one.resource === resource)) return undefined;
  return snapshot.live[resource];
}
