import { metrics, streamFor } from '../emitted/metrics.ts';
import type { ValueAlert } from './alert.ts';

const stream = streamFor(metrics.connections);

/**
 * The pods are then not ready either, since that is all that their readiness depends on. The sum counts: a
 * pod that ends leaves a zero behind.
 */
export const databaseAway: ValueAlert = {
  name: 'database_away',
  description: 'No pod has a connection to the database, so none is ready.',
  stream,
  promql: `sum(${stream})`,
  operator: '<',
  limit: 1,
  period: 2,
  silence: 15,
  runbook: 'docs/observability.md#database-away',
};
