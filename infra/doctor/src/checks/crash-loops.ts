import type { V1ContainerStateTerminated } from '@kubernetes/client-node';
import { type ContainerStatus, containersOf, type Pod } from '../about/pods.ts';
import { clause, count } from '../about/words.ts';
import type { Json } from '../cluster/resources.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

type End = Json<V1ContainerStateTerminated>;

/** Containers that end again and again, or cannot even be started. */
export const crashLoops: Check = {
  group: 'pods',
  findings: (snapshot) =>
    [...containersOf(snapshot)].flatMap(([pod, container]) => {
      const { waiting, terminated } = container.state ?? {};
      const looping = waiting?.reason === 'CrashLoopBackOff';
      // Between two tries it is terminated; the back-off begins with the second.
      const end = looping ? container.lastState?.terminated : terminated;
      if (/^(CreateContainerError|RunContainerError)$/.test(waiting?.reason ?? '')) {
        return notStarted(pod, container, waiting?.message);
      }
      if (end?.reason === 'StartError') return notStarted(pod, container, end.message);
      const failed = looping || (end && end.exitCode !== 0);
      return failed ? crashed(snapshot, pod, container, end) : [];
    }),
};

function notStarted(pod: Pod, { name }: ContainerStatus, message: string | undefined): Finding {
  return {
    level: 'error',
    object: `Pod ${pod.metadata.name}`,
    what: `container ${name} cannot be started: ${clause(message)}`,
    remedy: 'Correct its command, its mounts or its image.',
  };
}

function crashed(
  snapshot: Snapshot,
  pod: Pod,
  { name, restartCount }: ContainerStatus,
  end: End | undefined,
): Finding {
  const podName = pod.metadata.name;
  const times = restartCount > 0 ? `; it was restarted ${count(restartCount, 'time')}` : '';
  return {
    level: 'error',
    object: `Pod ${podName}`,
    what: `container ${name} ${howItEnded(pod, name, end)}${times}`,
    remedy: remedy(end, name),
    details: snapshot.logs.get(`${podName}/${name}`) ?? [],
  };
}

/** In words, such as `ended with exit code 1`. */
export function howItEnded(pod: Pod, name: string, end: End | undefined): string {
  if (!end) return 'ends again and again';
  if (end.reason === 'OOMKilled') {
    const limit = memoryLimit(pod, name);
    return `was ended because it used more memory than ${limit ? `its limit of ${limit}` : 'there is'} (OOMKilled, exit code ${end.exitCode})`;
  }
  const reason =
    end.reason && end.reason !== 'Error' && end.reason !== 'Completed' ? end.reason : '';
  return `ended with exit code ${end.exitCode}${reason && ` (${reason})`}`;
}

function memoryLimit({ spec }: Pod, name: string): string | undefined {
  const containers = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
  return containers.find((container) => container.name === name)?.resources?.limits?.['memory'];
}

function remedy(end: End | undefined, name: string): string {
  if (end?.reason === 'OOMKilled') {
    return `Give ${name} a higher memory limit, or find out what needs so much.`;
  }
  switch (end?.exitCode) {
    case 0:
      return 'It ended by itself although it should go on: correct its command.';
    case 126:
    case 127:
      return 'Its command is not in the image or cannot be run: correct the command or the image.';
    case 137:
    case 143:
      return 'It was killed from outside: look for a failing liveness probe, or at the node.';
    default:
      return 'Put right what the end of its log says.';
  }
}
