import { answers, burnRate, errorAnswers, objective } from '../slo.ts';
import type { ValueAlert } from './alert.ts';
import { atLeast } from './share-alert.ts';

/** Where few ask, single errors burn fast. */
const floor = 10;

interface Burn {
  readonly name: string;
  /** Told to whoever is woken. */
  readonly until: string;
  /** How many times faster than allowed. */
  readonly factor: number;
  /** What has been burnt is seen over the long window; the short one ends the alert soon after the cause has ended. Minutes. */
  readonly long: number;
  readonly short: number;
  /** Minutes. */
  readonly silence: number;
}

/** Windows and factors of the pages in Google's SRE workbook ("Alerting on SLOs"), for 30 days. */
export const budgetBurnsFast = burnAlert({
  name: 'budget_burns_fast',
  until:
    '2 % of the error budget of a month went within an hour; all of it will be gone in two days.',
  factor: 14.4,
  long: 60,
  short: 5,
  silence: 30,
});

export const budgetBurnsSlowly = burnAlert({
  name: 'budget_burns_slowly',
  until:
    '5 % of the error budget of a month went within six hours; all of it will be gone in five days.',
  factor: 6,
  long: 360,
  short: 30,
  silence: 120,
});

function burnAlert({ name, until, factor, long, short, silence }: Burn): ValueAlert {
  return {
    name,
    description: `The promise of ${objective * 100} % good answers is at risk: ${until}`,
    stream: answers,
    // Both must be above; what is told is the rate of the long window.
    promql: `${burnRate(`${long}m`)} + 0 * (${burnRate(`${short}m`)} > ${factor})${atLeast(floor, errorAnswers, long)}`,
    operator: '>',
    limit: factor,
    silence,
    runbook: 'docs/observability.md#budget-burns',
  };
}
