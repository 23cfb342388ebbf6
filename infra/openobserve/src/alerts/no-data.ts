import { metrics, streamFor } from '../emitted/metrics.ts';
import type { RowsAlert } from './alert.ts';

const stream = streamFor(metrics.eventLoopUtilization);

/**
 * Every pod sends this twice a minute, with or without users. A count over nothing is one row with 0. With the
 * minute between two evaluations it is told within five.
 */
export const noData: RowsAlert = {
  name: 'no_data',
  description: 'Nothing has come from any pod for four minutes, so no other alert would fire.',
  stream,
  streamType: 'metrics',
  sql: `SELECT count(*) AS n FROM "${stream}" HAVING count(*) < 1`,
  row: '{n} points',
  period: 4,
  silence: 60,
  runbook: 'docs/observability.md#no-data',
};
