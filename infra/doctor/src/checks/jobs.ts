import type { V1Job } from '@kubernetes/client-node';
import { clause, count } from '../about/words.ts';
import type { Live } from '../cluster/resources.ts';
import type { Check, Finding } from '../finding.ts';
import type { Snapshot } from '../snapshot.ts';

/** Jobs that failed, above all the migration of the database. */
export const jobs: Check = {
  group: 'workloads',
  findings: (snapshot) => snapshot.live.jobs.flatMap((job) => ofJob(snapshot, job)),
};

function ofJob(snapshot: Snapshot, job: Live<V1Job>): Finding[] {
  const { name } = job.metadata;
  const { conditions = [], failed = 0, active = 0, succeeded = 0 } = job.status ?? {};
  const failure = conditions.find(({ type, status }) => type === 'Failed' && status === 'True');
  const details = logOf(snapshot, name);
  if (failure) {
    return [
      {
        level: 'error',
        object: `Job ${name}`,
        what: `failed: ${clause(failure.message ?? failure.reason)}`,
        remedy: `Put right what the end of its log says, then "kubectl delete job ${name}" and apply it again.`,
        details,
      },
    ];
  }
  if (failed === 0 || active === 0 || succeeded > 0) return [];
  const what = `has failed ${count(failed, 'time')} and tries again`;
  const remedy = 'Put right what the end of its log says; the next try then succeeds.';
  return [{ level: 'warning', object: `Job ${name}`, what, remedy, details }];
}

function logOf({ live, logs }: Snapshot, job: string): readonly string[] {
  const pods = live.pods.filter(({ metadata }) => metadata.labels?.['job-name'] === job);
  for (const { metadata } of pods.toReversed()) {
    for (const [container, lines] of logs) {
      if (container.startsWith(`${metadata.name}/`)) return lines;
    }
  }
  return [];
}
