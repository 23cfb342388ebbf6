import { scaledToZero } from '../about/scaled-to-zero.ts';
import { clause } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Autoscalers that cannot do their work, or are switched off. */
export const autoscalers: Check = {
  group: 'workloads',
  findings: (snapshot) => [...off(snapshot), ...broken(snapshot)],
};

function off(snapshot: Snapshot): Finding[] {
  return scaledToZero(snapshot)
    .filter(({ autoscaled }) => autoscaled)
    .map(({ object, command }) => ({
      level: 'error',
      object,
      what: 'is scaled to 0, so its autoscaler is off',
      remedy: `"${command}": from there on the autoscaler goes on.`,
    }));
}

function broken({ live }: Snapshot): Finding[] {
  return live.horizontalpodautoscalers.flatMap(({ metadata, status }) =>
    (status?.conditions ?? []).flatMap(({ type, status, reason, message }) => {
      // It is off when its target has no replicas, which is told above.
      const broken = /^(ScalingActive|AbleToScale)$/.test(type) && status === 'False';
      if (!broken || reason === 'ScalingDisabled') return [];
      const metrics = /Metric/.test(reason ?? '');
      return {
        level: 'error' as const,
        object: `HorizontalPodAutoscaler ${metadata.name}`,
        what: `${metrics ? 'cannot read its metrics' : 'cannot scale'}: ${clause(message)}`,
        remedy: metrics
          ? 'See whether metrics-server runs, and whether each container asks for what is measured.'
          : 'See whether what it scales exists.',
      };
    }),
  );
}
