import { webService } from '@recipe-book/otel-collector/web';
import { streamOf } from '../names.ts';
import type { RowsAlert } from './alert.ts';

/**
 * What users' browsers report of themselves. A few come from extensions and old browsers, always; and each page
 * tells each kind once, so many of one kind are many loads of a page.
 */
export function webErrors(logs: string): RowsAlert {
  const stream = streamOf(logs);
  return {
    name: 'web_errors',
    description:
      'One error of the front end has come from more than ten loads of a page in five minutes.',
    stream,
    streamType: 'logs',
    sql: `SELECT exception_type AS error, exception_message AS message, count(*) AS n FROM "${stream}" WHERE service_name = '${webService}' AND event_name = 'exception' GROUP BY error, message HAVING count(*) > 10`,
    row: '{n} times {error}: {message}',
    period: 5,
    silence: 60,
    runbook: 'docs/observability.md#web-errors',
  };
}
