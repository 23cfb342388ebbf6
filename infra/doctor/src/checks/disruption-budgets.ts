import type { Check } from '../finding.ts';

/** Budgets that allow no eviction: whoever drains a node waits for good. */
export const disruptionBudgets: Check = {
  group: 'workloads',
  findings: ({ live }) =>
    live.poddisruptionbudgets.flatMap(({ metadata, status }) => {
      const {
        disruptionsAllowed = 0,
        currentHealthy = 0,
        desiredHealthy = 0,
        expectedPods = 0,
      } = status ?? {};
      if (disruptionsAllowed > 0 || expectedPods === 0) return [];
      const unhealthy = currentHealthy < expectedPods;
      return {
        level: 'warning' as const,
        object: `PodDisruptionBudget ${metadata.name}`,
        what: `allows no pod to be evicted, so no node with one can be drained: ${currentHealthy} of ${expectedPods} are ready${unhealthy ? '' : `, and ${desiredHealthy} must be`}`,
        remedy: unhealthy
          ? 'See what is said of its pods.'
          : 'Ask for more pods, or let the budget spare one.',
      };
    }),
};
