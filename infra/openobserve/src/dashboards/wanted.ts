import type { Settings } from '@recipe-book/settings';
import { streamOf } from '../names.ts';
import { savedQueriesDashboard } from '../saved-queries/index.ts';
import { business } from './business.ts';
import type { Dashboard } from './dashboard.ts';
import { endpoints } from './endpoints.ts';
import { envoy } from './envoy.ts';
import { frontEnd } from './front-end.ts';
import { nodeRuntime } from './node-runtime.ts';
import { rateLimiting } from './rate-limiting.ts';
import { serviceOverview } from './service-overview.ts';
import { stores } from './stores.ts';
import { telemetryPipeline } from './telemetry-pipeline.ts';

export function allDashboards(
  settings: Pick<Settings, 'OPENOBSERVE_STREAM_LOGS' | 'OPENOBSERVE_STREAM_TRACES'>,
): Dashboard[] {
  const logs = streamOf(settings.OPENOBSERVE_STREAM_LOGS);
  const traces = streamOf(settings.OPENOBSERVE_STREAM_TRACES);
  return [
    serviceOverview,
    endpoints(traces),
    rateLimiting(logs),
    stores(traces),
    nodeRuntime,
    envoy,
    frontEnd(logs, traces),
    telemetryPipeline,
    business(logs),
    savedQueriesDashboard(logs, traces),
  ];
}
