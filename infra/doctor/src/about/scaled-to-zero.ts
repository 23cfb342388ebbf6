import type { V1Deployment } from '@kubernetes/client-node';
import type { KubeObject } from '@recipe-book/cdk8s';
import type { LiveObjects } from '../cluster/resources.ts';
import type { Snapshot } from '../snapshot.ts';

/** A Deployment or a StatefulSet that somebody scaled to 0 although it should have pods. */
export interface ScaledToZero {
  /** As `Kind name`. */
  readonly object: string;
  /** Labels of the pods that it would make. */
  readonly podLabels: Readonly<Record<string, string>>;
  /** Whether an autoscaler is off because of it. */
  readonly autoscaled: boolean;
  /** The command that brings the pods back. */
  readonly command: string;
}

/** All that are scaled to 0 against their autoscaler, or against the manifest where they have none. */
export function scaledToZero({ live, wanted }: Pick<Snapshot, 'live' | 'wanted'>): ScaledToZero[] {
  const workloads = [
    ...live.deployments.map((item) => ({ kind: 'Deployment', ...item })),
    ...live.statefulsets.map((item) => ({ kind: 'StatefulSet', ...item })),
  ];
  return workloads.flatMap((workload) => {
    const { kind, metadata, spec } = workload;
    if (spec?.replicas !== 0) return [];
    const autoscaler = live.horizontalpodautoscalers.find((one) =>
      isScaledBy(one, { kind, metadata }),
    );
    const asked = autoscaler
      ? (autoscaler.spec?.minReplicas ?? 1)
      : askedByManifest(wanted, workload);
    if (asked === 0) return [];
    return {
      object: `${kind} ${metadata.name}`,
      podLabels: spec.template.metadata?.labels ?? {},
      autoscaled: autoscaler !== undefined,
      command: `kubectl scale --replicas=${asked} ${kind.toLowerCase()}/${metadata.name}`,
    };
  });
}

/** Whether the autoscaler says how many pods there are. */
export function isScaledBy(
  { spec }: LiveObjects['horizontalpodautoscalers'][number],
  { kind, metadata }: Pick<KubeObject, 'kind'> & { readonly metadata: { readonly name: string } },
): boolean {
  const target = spec?.scaleTargetRef;
  return target?.kind === kind && target.name === metadata.name;
}

/** 0 for what is in no manifest: it may be so on purpose. */
function askedByManifest(
  wanted: Snapshot['wanted'],
  { kind, metadata }: { readonly kind: string; readonly metadata: { readonly name: string } },
): number {
  const object = wanted.find((one) => one.kind === kind && one.metadata.name === metadata.name);
  return object ? ((object['spec'] as V1Deployment['spec'])?.replicas ?? 1) : 0;
}
