import type { Demand } from '../demand.ts';
import type { Measured } from '../measured.ts';
import type { Plan } from '../plan.ts';
import type { Present } from '../present.ts';
import { rateAt, responseTime } from '../response-time.ts';
import { settingsFor } from '../settings-for.ts';
import { kneePlot } from './knee-plot.ts';
import { writeMarkdown } from './markdown.ts';
import { limitTable, planTable } from './summary.ts';

/** Everything that a report tells. */
export interface Capacity {
  readonly measured: Measured;
  readonly demand: Demand;
  readonly present: Present;
  readonly plans: readonly Plan[];
}

/** What a terminal shows; Markdown. */
export function summary({ measured, demand, present, plans }: Capacity): string {
  const { date, machine } = measured;
  const [plan] = plans;
  const alone = responseTime(demand, present, 0).mean * 1000;
  return [
    `Measured ${date}, ${machine.cores} cores (${machine.processor}).`,
    '',
    planTable(plans),
    '',
    limitTable('one pod ends with', plan?.pods.limits ?? []),
    '',
    `A request alone takes ${alone.toFixed(1)} ms in a pod; twice as long from ${rateAt(2, demand, present).toFixed(0)} requests/s on, four times from ${rateAt(4, demand, present).toFixed(0)}.`,
    '',
    limitTable('production as it is ends with', plan?.limits ?? []),
    ...plans.flatMap((one) => [
      '',
      `Settings for ${one.rate} requests/s, in infra/cdk8s/src/environments.ts:`,
      '',
      '```ts',
      settingsFor(one, present),
      '```',
    ]),
  ].join('\n');
}

/** Writes the report with its plot. @returns its path. */
export function writeReport(folder: string, capacity: Capacity): string {
  const { plans, demand, present } = capacity;
  const [plan] = plans;
  return writeMarkdown(folder, {
    title: 'Capacity',
    body: summary(capacity),
    ...(plan && { plots: { knee: kneePlot(plan, demand, present) } }),
  });
}
