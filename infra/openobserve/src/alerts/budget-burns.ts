import { metrics, streamFor } from '../emitted/metrics.ts';
import { burnRate, objective } from '../slo.ts';
import type { ValueAlert } from './alert.ts';

interface Burn {
  readonly name: string;
  /** Told to whoever is woken. */
  readonly until: string;
  /** How many times faster than allowed. */
  readonly factor: number;
  /** What has been burnt is seen over the long window; the short one ends the alert soon after the cause has ended. */
  readonly long: string;
  readonly short: string;
  /** Minutes. */
  readonly silence: number;
}

/** Windows and factors of the pages in Google's SRE workbook ("Alerting on SLOs"), for 30 days. */
export const budgetBurnsFast = burnAlert({
  name: 'budget_burns_fast',
  until:
    '2 % of the error budget of a month went within an hour; all of it will be gone in two days.',
  factor: 14.4,
  long: '1h',
  short: '5m',
  silence: 30,
});

export const budgetBurnsSlowly = burnAlert({
  name: 'budget_burns_slowly',
  until:
    '5 % of the error budget of a month went within six hours; all of it will be gone in five days.',
  factor: 6,
  long: '6h',
  short: '30m',
  silence: 120,
});

function burnAlert({ name, until, factor, long, short, silence }: Burn): ValueAlert {
  return {
    name,
    description: `The promise of ${objective * 100} % good answers is at risk: ${until}`,
    stream: streamFor(metrics.requestDuration, 'count'),
    // Both must be above: the first part is 0 then, else nothing. What is told is the rate of the long window.
    promql: `0 * (${burnRate(short)} > ${factor}) + ${burnRate(long)}`,
    operator: '>',
    limit: factor,
    period: 2,
    silence,
    runbook: 'docs/observability.md#budget-burns',
  };
}
