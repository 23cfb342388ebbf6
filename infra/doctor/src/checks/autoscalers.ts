import { clause } from '../about/words.ts';
import type { Check } from '../finding.ts';

/** Autoscalers that cannot do their work. */
export const autoscalers: Check = {
  group: 'workloads',
  findings: ({ live }) =>
    live.horizontalpodautoscalers.flatMap(({ metadata, status }) =>
      (status?.conditions ?? []).flatMap(({ type, status, reason, message }) => {
        // It is switched off on purpose when its target has no replicas.
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
    ),
};
