import { clusterNames } from '../names.ts';
import { rateLimitMetrics, rateLimitResults, serverStates } from './names.ts';

/** Which of Envoy's statistics becomes which metric. */
export interface Conversion {
  /** Full name in Envoy, as `/stats` shows it. */
  readonly stat: string;
  readonly metric: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

// The filter counts under the cluster that the request goes to.
const filter = `cluster.${clusterNames.app}.ratelimit`;
const service = `cluster.${clusterNames.ratelimit}`;

/** All that is sent: some ten of Envoy's many hundred statistics. */
export const conversions: readonly Conversion[] = [
  ...Object.entries({
    ok: rateLimitResults.admitted,
    over_limit: rateLimitResults.refused,
    failure_mode_allowed: rateLimitResults.uncounted,
  }).map(([stat, result]) => ({
    stat: `${filter}.${stat}`,
    metric: rateLimitMetrics.requests,
    attributes: { result },
  })),
  { stat: `${filter}.error`, metric: rateLimitMetrics.errors },
  { stat: `${service}.upstream_rq_timeout`, metric: rateLimitMetrics.timeouts },
  {
    stat: `${service}.outlier_detection.ejections_enforced_total`,
    metric: rateLimitMetrics.ejections,
  },
  {
    stat: `${service}.membership_total`,
    metric: rateLimitMetrics.servers,
    attributes: { state: serverStates.known },
  },
  {
    stat: `${service}.membership_healthy`,
    metric: rateLimitMetrics.servers,
    attributes: { state: serverStates.healthy },
  },
];
