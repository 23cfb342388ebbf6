import type { CoreV1Event } from '@kubernetes/client-node';
import type { Live } from '../cluster/resources.ts';
import type { Snapshot } from '../snapshot.ts';

export type Event = Live<CoreV1Event>;

/** Events about one object, the newest first. Kubernetes keeps them for an hour. */
export function eventsAbout(
  { live }: Snapshot,
  kind: string,
  name: string,
  reasons: readonly string[],
): Event[] {
  return live.events
    .filter(
      ({ involvedObject, reason }) =>
        involvedObject.kind === kind &&
        involvedObject.name === name &&
        reasons.includes(reason ?? ''),
    )
    .toSorted((a, b) => timeOf(b) - timeOf(a));
}

function timeOf({ series, lastTimestamp, eventTime, metadata }: Event): number {
  const time = series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}
