import { livingPods } from '../about/pods.ts';
import { clause } from '../about/words.ts';
import type { Check } from '../finding.ts';

/** Pods that no node takes. */
export const scheduling: Check = {
  group: 'pods',
  findings: (snapshot) =>
    livingPods(snapshot).flatMap(({ metadata, status }) => {
      const scheduled = status?.conditions?.find(({ type }) => type === 'PodScheduled');
      if (scheduled?.status !== 'False') return [];
      return {
        level: 'error' as const,
        object: `Pod ${metadata.name}`,
        what: `no node takes it: ${clause(scheduled.message ?? scheduled.reason)}`,
        remedy: remedy(scheduled.message ?? ''),
      };
    }),
};

function remedy(message: string): string {
  if (/Insufficient|Too many pods/.test(message)) {
    return 'Add a node or free one, or ask for less in infra/cdk8s/src/environments.ts.';
  }
  if (/PersistentVolumeClaim|volume/.test(message)) return 'See to its volume first.';
  if (/taint/.test(message)) return 'Remove the taint of the node, or let the pod tolerate it.';
  if (/affinity|selector|topology/.test(message)) {
    return 'Label a node as the pod asks for, or ask for something else.';
  }
  return 'Put right what the scheduler says.';
}
