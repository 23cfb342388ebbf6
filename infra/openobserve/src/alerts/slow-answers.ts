import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

const stream = streamFor(metrics.requestDuration, 'bucket');

/** The promise of the API is broken (P95 below 150 ms), as measured in the app. */
export const slowAnswers: ValueAlert = {
  name: 'slow_answers',
  description: 'More than 5 % of the answers of the last ten minutes took longer than 150 ms.',
  stream,
  promql: `histogram_quantile(0.95, sum by (le) (rate(${stream}[10m])))`,
  operator: '>',
  limit: 0.15,
  period: 10,
  silence: 60,
  runbook: 'docs/observability.md#slow-answers',
};
