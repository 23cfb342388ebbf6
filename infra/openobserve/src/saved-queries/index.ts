import type { Dashboard } from '../dashboards/dashboard.ts';
import { savedQueries } from './queries.ts';

/**
 * The saved queries as a dashboard of tables: OpenObserve's own saved views hold the whole state of its page,
 * which differs between versions and which nothing checks.
 */
export function savedQueriesDashboard(logs: string, traces: string): Dashboard {
  return {
    title: 'Saved queries',
    description: 'Questions that come again; each can be opened and changed from its panel.',
    panels: savedQueries(logs, traces).map((query) => ({
      kind: 'table',
      width: 'whole',
      ...query,
    })),
  };
}
