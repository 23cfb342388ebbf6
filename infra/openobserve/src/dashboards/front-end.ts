import { webService } from '@recipe-book/otel-collector/web';
import type { Dashboard } from './dashboard.ts';

const ofBrowsers = `service_name = '${webService}'`;

/** How users' browsers fare. @param logs,traces names of the streams. */
export function frontEnd(logs: string, traces: string): Dashboard {
  return {
    title: 'Web vitals and front-end errors',
    description: 'How the pages fare in browsers, of those users who let them tell.',
    panels: [
      {
        kind: 'table',
        title: 'Web vitals',
        description:
          'P75, as Google judges them: good are LCP up to 2500 ms, INP up to 200 ms, CLS up to 0.1, FCP up to 1800 ms, TTFB up to 800 ms. INP has taken the place of FID.',
        stream: traces,
        streamType: 'traces',
        sql: `SELECT web_vital_name AS vital, count(*) AS visits, approx_percentile_cont(CAST(web_vital_value AS DOUBLE), 0.75) AS p75 FROM "${traces}" WHERE operation_name = 'web-vital' GROUP BY vital ORDER BY vital LIMIT 20`,
        columns: { vital: 'Vital' },
        figures: { visits: 'Visits', p75: 'P75' },
      },
      {
        kind: 'table',
        title: 'Web vitals by rating',
        stream: traces,
        streamType: 'traces',
        sql: `SELECT web_vital_name AS vital, web_vital_rating AS rating, count(*) AS visits FROM "${traces}" WHERE operation_name = 'web-vital' GROUP BY vital, rating ORDER BY vital LIMIT 50`,
        columns: { vital: 'Vital', rating: 'Rating' },
        figures: { visits: 'Visits' },
      },
      {
        kind: 'table',
        title: 'Errors of the front end',
        description: 'Above ten of one kind in five minutes the alert web_errors fires.',
        width: 'whole',
        stream: logs,
        streamType: 'logs',
        sql: `SELECT exception_type AS error, exception_message AS message, service_version AS version, count(*) AS times FROM "${logs}" WHERE ${ofBrowsers} AND event_name = 'exception' GROUP BY error, message, version ORDER BY times DESC LIMIT 50`,
        columns: { error: 'Error', message: 'Message', version: 'Version' },
        figures: { times: 'Times' },
      },
      {
        kind: 'table',
        title: 'What the front end did',
        description: 'Page loads, requests, clicks and flows, of the traces that are kept.',
        width: 'whole',
        stream: traces,
        streamType: 'traces',
        sql: `SELECT operation_name AS operation, count(*) AS spans, approx_percentile_cont(duration, 0.75) AS p75 FROM "${traces}" WHERE ${ofBrowsers} GROUP BY operation ORDER BY spans DESC LIMIT 50`,
        columns: { operation: 'Operation' },
        figures: { spans: 'Spans', p75: 'P75, µs' },
      },
    ],
  };
}
