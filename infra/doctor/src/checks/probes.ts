import { eventsAbout } from '../about/events.ts';
import { containersOf } from '../about/pods.ts';
import { clause } from '../about/words.ts';
import type { Check } from '../finding.ts';

/** As the kubelet writes it: `Readiness probe failed: HTTP probe failed with statuscode: 503`. */
const message = /^(Startup|Readiness|Liveness) probe (?:failed|errored)[^:]*: ?([\s\S]*)/;

const remedies: Readonly<Record<string, string>> = {
  Startup:
    'Read its log: it has not come up, and is restarted when the probe has failed often enough.',
  Readiness: 'Read its log, and see to what it depends on: it gets no requests meanwhile.',
  Liveness: 'Read its log: it is restarted when the probe has failed often enough.',
};

/** Containers that run but fail a probe now. */
export const probes: Check = {
  group: 'pods',
  findings: (snapshot) =>
    [...containersOf(snapshot)].flatMap(([pod, { name, ready, state }]) => {
      if (ready || !state?.running) return [];
      const event = eventsAbout(snapshot, 'Pod', pod.metadata.name, ['Unhealthy']).find(
        ({ involvedObject }) => involvedObject.fieldPath?.endsWith(`{${name}}`),
      );
      const [, probe, why] = message.exec(event?.message ?? '') ?? [];
      if (!probe) return [];
      return {
        level: 'error' as const,
        object: `Pod ${pod.metadata.name}`,
        what: `container ${name} fails its ${probe.toLowerCase()} probe${why ? `: ${clause(why)}` : ''}`,
        remedy: remedies[probe] ?? '',
      };
    }),
};
