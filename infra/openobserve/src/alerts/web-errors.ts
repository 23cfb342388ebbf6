import { streamOf } from '../names.ts';
import type { RowsAlert } from './alert.ts';

/** What users' browsers report of themselves. A few come from extensions and old browsers, always. */
export function webErrors(logs: string): RowsAlert {
  const stream = streamOf(logs);
  return {
    name: 'web_errors',
    description: 'The front end has failed more than ten times in five minutes in users’ browsers.',
    stream,
    streamType: 'logs',
    sql: `SELECT count(*) AS n FROM "${stream}" WHERE service_name = 'recipe-book-web' AND event_name = 'exception' HAVING count(*) > 10`,
    row: '{n} errors',
    period: 5,
    silence: 60,
    runbook: 'docs/observability.md#web-errors',
  };
}
