import { webService } from '@recipe-book/otel-collector/web';
import { metrics, streamFor } from '../emitted/metrics.ts';
import type { Dashboard } from './dashboard.ts';
import { rate } from './panel.ts';

const events = streamFor(metrics.events);
const hourly = (name: string) =>
  `sum by (event_name) (increase(${events}{event_name=~"${name}"}[1h]))`;

/** What people do with the product. @param logs stream of the logs. */
export function business(logs: string): Dashboard {
  return {
    title: 'Business',
    description: 'What people do with Recipe Book; each thing is counted where it happens.',
    panels: [
      rate(metrics.events, ['event_name'], {
        title: 'Everything that happened',
        legend: '{event_name}',
      }),
      hours('Recipes made and imported, each hour', 'recipe[.].*'),
      hours(
        'Plans, lists, collections and shares, each hour',
        '(meal_plan|shopping_list|collection|share|calendar)[.].*',
      ),
      hours('Accounts and sign-ins, each hour', '(user|password|session)[.].*'),
      {
        kind: 'table',
        title: 'Everything, in the time shown',
        width: 'whole',
        stream: logs,
        streamType: 'logs',
        sql: `SELECT event_name AS event, count(*) AS times, count(DISTINCT userid) AS users FROM "${logs}" WHERE event_name <> '' AND service_name <> '${webService}' GROUP BY event ORDER BY times DESC LIMIT 50`,
        columns: { event: 'Event' },
        figures: { times: 'Times', users: 'Users' },
      },
    ],
  };
}

/** @param names pattern of the names of events. */
function hours(title: string, names: string) {
  return {
    kind: 'lines',
    title,
    stream: events,
    promql: hourly(names),
    legend: '{event_name}',
  } as const;
}
