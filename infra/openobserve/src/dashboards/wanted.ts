import type { Settings } from '@recipe-book/settings';
import { streamOf } from '../names.ts';
import { savedQueriesDashboard } from '../saved-queries/index.ts';
import type { Dashboard } from './dashboard.ts';
import { rateLimiting } from './rate-limiting.ts';
import { serviceOverview } from './service-overview.ts';

export function allDashboards(
  settings: Pick<Settings, 'OPENOBSERVE_STREAM_LOGS' | 'OPENOBSERVE_STREAM_TRACES'>,
): Dashboard[] {
  const logs = streamOf(settings.OPENOBSERVE_STREAM_LOGS);
  const traces = streamOf(settings.OPENOBSERVE_STREAM_TRACES);
  return [serviceOverview(traces), rateLimiting(logs), savedQueriesDashboard(logs, traces)];
}
