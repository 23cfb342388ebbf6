import { containersOf } from '../about/pods.ts';
import { count, duration } from '../about/words.ts';
import type { Check } from '../finding.ts';
import { howItEnded } from './crash-loops.ts';

/** How long ago a restart is of no interest any more, milliseconds. */
const memory = 3_600_000;

/** Containers that run now but ended within the last hour. */
export const restarts: Check = {
  group: 'pods',
  findings: (snapshot) =>
    [...containersOf(snapshot)].flatMap(([pod, { name, state, lastState, restartCount }]) => {
      const end = lastState?.terminated;
      if (!state?.running || !end?.finishedAt) return [];
      const ago = snapshot.now.getTime() - Date.parse(end.finishedAt);
      if (ago > memory) return [];
      return {
        level: 'warning' as const,
        object: `Pod ${pod.metadata.name}`,
        what: `container ${name} ${howItEnded(pod, name, end)} ${duration(Math.max(0, ago))} ago, and runs again; ${count(restartCount, 'restart')} so far`,
        remedy: 'Put right what the end of its log says, before it happens more often.',
        details: snapshot.logs.get(`${pod.metadata.name}/${name}`) ?? [],
      };
    }),
};
