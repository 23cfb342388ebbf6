import type { ShareAlert } from './share-alert.ts';

/**
 * The body of `POST /api/v2/{org}/alerts` (OpenObserve 0.16.3 and 0.92.2). OpenObserve names the
 * stream of a metric by replacing each character that is not a letter, digit or colon by `_`.
 * @param destinations names of alert destinations that exist.
 */
export function alertBody(alert: ShareAlert, destinations: readonly string[]) {
  const { name, description, period, silence, runbook, above } = alert;
  return {
    name,
    description,
    stream_type: 'metrics',
    stream_name: streamOf(alert.metric),
    is_real_time: false,
    // Not so unless it is said.
    enabled: true,
    query_condition: {
      type: 'promql',
      promql: shareQuery(alert),
      promql_condition: { column: 'value', operator: '>', value: above, ignore_case: false },
    },
    // For PromQL this is not about the value: both versions fire from one series on by `>= 1`.
    trigger_condition: {
      period,
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
    row_template: '{value}',
    row_template_type: 'String',
    tz_offset: 0,
  };
}

/** Each pod has a series of its own, and a new one after every start: only the sum tells something. */
function shareQuery({ metric, part, period }: ShareAlert): string {
  const stream = streamOf(metric);
  const labels = Object.entries(part).map(([name, value]) => `${name}="${value}"`);
  const grown = (selector: string) => `sum(increase(${selector}[${period}m]))`;
  return `${grown(`${stream}{${labels.join(',')}}`)} / ${grown(stream)}`;
}

function streamOf(metric: string): string {
  return metric.replaceAll(/[^A-Za-z0-9_:]+/g, '_').toLowerCase();
}
