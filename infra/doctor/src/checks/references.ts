import { eventsAbout } from '../about/events.ts';
import { isReady, livingPods, type Pod, statusesOf } from '../about/pods.ts';
import { clause } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Pods that name a Secret or a ConfigMap, or a key of it, that is not there. */
export const references: Check = {
  group: 'pods',
  findings: (snapshot) =>
    livingPods(snapshot)
      .filter((pod) => !isReady(pod))
      .flatMap((pod) => [...variables(pod), ...volumes(snapshot, pod)]),
};

function variables(pod: Pod): Finding[] {
  return statusesOf(pod).flatMap(({ name, state }) => {
    const { reason, message } = state?.waiting ?? {};
    if (reason !== 'CreateContainerConfigError') return [];
    return finding(pod, `container ${name} cannot start: ${clause(message)}`, message);
  });
}

function volumes(snapshot: Snapshot, pod: Pod): Finding[] {
  // Events stay for an hour; one that has been overcome must not be told.
  if (statusesOf(pod).some(({ state }) => state?.running)) return [];
  const [event] = eventsAbout(snapshot, 'Pod', pod.metadata.name, ['FailedMount']).filter(
    ({ message }) => /secret|configmap/i.test(message ?? ''),
  );
  if (!event) return [];
  return [finding(pod, `a volume cannot be made: ${clause(event.message)}`, event.message)];
}

function finding({ metadata }: Pod, what: string, message = ''): Finding {
  return { level: 'error', object: `Pod ${metadata.name}`, what, remedy: remedy(message) };
}

function remedy(message: string): string {
  const kind = /configmap/i.test(message) ? 'ConfigMap' : 'Secret';
  return /key/i.test(message)
    ? `Put the key into the ${kind}; the pod then starts by itself.`
    : /not found/.test(message)
      ? `Make the ${kind}; the pod then starts by itself.`
      : 'Correct what the container asks for.';
}
