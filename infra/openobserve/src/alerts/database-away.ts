import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';
import { share } from './share-alert.ts';

const stream = streamFor(metrics.readinessProbes);
const window = 3;

/**
 * Readiness depends on the database alone. Connections tell less: the driver keeps those that have become useless
 * until it makes new ones.
 */
export const databaseAway: ValueAlert = {
  name: 'database_away',
  description: 'No pod reaches the database, so none is ready.',
  stream,
  promql: share(`${stream}{status="unavailable"}`, stream, window),
  operator: '>',
  limit: 0.9,
  silence: 15,
  runbook: 'docs/observability.md#database-away',
};
