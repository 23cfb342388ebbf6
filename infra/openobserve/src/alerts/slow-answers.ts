import { withoutLongAnswers } from '../emitted/long-answers.ts';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';
import { atLeast } from './share-alert.ts';

const stream = streamFor(metrics.requestDuration, 'bucket');
const counted = streamFor(metrics.requestDuration, 'count');
const window = 10;
/** Of few answers, one or two are 5 %. */
const floor = 50;

/** The promise of the API is broken (P95 below 150 ms), as measured in the app. */
export const slowAnswers: ValueAlert = {
  name: 'slow_answers',
  description: 'More than 5 % of the answers of the last ten minutes took longer than 150 ms.',
  stream,
  promql: `histogram_quantile(0.95, sum by (le) (rate(${stream}${withoutLongAnswers}[${window}m])))${atLeast(floor, `${counted}${withoutLongAnswers}`, window)}`,
  operator: '>',
  limit: 0.15,
  silence: 60,
  runbook: 'docs/observability.md#slow-answers',
};
