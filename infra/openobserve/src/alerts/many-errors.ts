import { answers, errorAnswers } from '../slo.ts';
import type { ValueAlert } from './alert.ts';
import { atLeast, share } from './share-alert.ts';

const window = 5;
/** Where few ask, one error is a large share. */
const floor = 5;

/** Users see that something is broken, whether the app answers so or Envoy for it. */
export const manyErrors: ValueAlert = {
  name: 'many_errors',
  description: 'More than 5 % of the answers of the last five minutes were errors (5xx).',
  stream: answers,
  promql: `${share(errorAnswers, answers, window)}${atLeast(floor, errorAnswers, window)}`,
  operator: '>',
  limit: 0.05,
  silence: 30,
  runbook: 'docs/observability.md#many-errors',
};
