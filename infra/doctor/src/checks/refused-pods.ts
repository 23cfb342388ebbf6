import { eventsAbout } from '../about/events.ts';
import { clause } from '../about/words.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Pods that the API server does not even take: Pod Security, quotas, missing ServiceAccounts. */
export const refusedPods: Check = {
  group: 'pods',
  findings: (snapshot) => [...ofReplicaSets(snapshot), ...ofOthers(snapshot)],
};

function ofReplicaSets({ live }: Snapshot): Finding[] {
  return live.replicasets.flatMap(({ metadata, status }) => {
    const failure = status?.conditions?.find(({ type }) => type === 'ReplicaFailure');
    if (failure?.status !== 'True') return [];
    return finding('ReplicaSet', metadata.name, failure.message);
  });
}

/** StatefulSets and Jobs tell it by events alone. */
function ofOthers(snapshot: Snapshot): Finding[] {
  const { statefulsets, jobs } = snapshot.live;
  const lacking = [
    ...statefulsets
      .filter(({ spec, status }) => (status?.replicas ?? 0) < (spec?.replicas ?? 1))
      .map(({ metadata }) => ['StatefulSet', metadata.name] as const),
    ...jobs
      .filter(({ status }) => !status?.active && !status?.succeeded && !status?.failed)
      .map(({ metadata }) => ['Job', metadata.name] as const),
  ];
  return lacking.flatMap(([kind, name]) => {
    const [event] = eventsAbout(snapshot, kind, name, ['FailedCreate']);
    return event ? [finding(kind, name, event.message)] : [];
  });
}

function finding(kind: string, name: string, message = ''): Finding {
  return {
    level: 'error',
    object: `${kind} ${name}`,
    what: `its pods are refused: ${clause(message.replace(/^.*?pods "\S+" is forbidden: /, ''))}`,
    remedy: remedy(message),
  };
}

function remedy(message: string): string {
  if (/PodSecurity/.test(message)) {
    return 'Give the pod what the level asks for (infra/cdk8s/src/constructs/hardening.ts has it all).';
  }
  if (/quota/.test(message)) return 'Raise the quota of the namespace, or ask for less.';
  if (/serviceaccount/i.test(message))
    return 'Make the ServiceAccount: apply all of the manifests.';
  return 'Put right what the API server says.';
}
