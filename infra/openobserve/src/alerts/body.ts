import type { Alert, RowsAlert, ValueAlert } from './alert.ts';

/**
 * Minutes. OpenObserve runs PromQL at several times within the period, and 0.16.3 fires when any of them matches:
 * what is longer than between two evaluations only makes an alert fire longer.
 */
export const valuePeriod = 2;

/**
 * The body of `POST /api/v2/{org}/alerts` (OpenObserve 0.16.3 and 0.92.2).
 * @param destinations names of alert destinations that exist.
 */
export function alertBody(alert: Alert, destinations: readonly string[]) {
  const { name, description, silence, runbook } = alert;
  const isRows = 'sql' in alert;
  return {
    name,
    description,
    stream_type: isRows ? alert.streamType : 'metrics',
    stream_name: alert.stream,
    is_real_time: false,
    // Not so unless it is said.
    enabled: true,
    query_condition: isRows ? ofRows(alert) : ofValue(alert),
    // For PromQL this is not about the value: both versions fire from one series on by `>= 1`.
    trigger_condition: {
      period: isRows ? alert.period : valuePeriod,
      operator: '>=',
      threshold: 1,
      frequency: 1,
      frequency_type: 'minutes',
      silence,
      timezone: 'UTC',
      align_time: true,
    },
    destinations,
    context_attributes: { runbook },
    row_template: isRows ? alert.row : '{value}',
    row_template_type: 'String',
    tz_offset: 0,
  };
}

function ofValue({ promql, operator, limit }: ValueAlert) {
  return {
    type: 'promql',
    promql,
    promql_condition: { column: 'value', operator, value: limit, ignore_case: false },
  };
}

function ofRows({ sql }: RowsAlert) {
  return { type: 'sql', sql };
}
