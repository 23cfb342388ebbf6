import { localRateLimitStats } from '../filters/local-rate-limit.ts';
import { rateLimitFilterNames } from '../filters/rate-limit.ts';
import { shedStats } from '../filters/shed.ts';
import { clusterNames } from '../names.ts';
import { type Group, groups } from '../policies/groups.ts';
import {
  endedBy,
  localRefusalReasons,
  rateLimitMetrics,
  rateLimitResults,
  serverStates,
} from './names.ts';

/** Which of Envoy's statistics becomes which metric. */
export interface Conversion {
  /** Full name in Envoy, as `/stats` shows it. */
  readonly stat: string;
  readonly metric: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

const service = `cluster.${clusterNames.ratelimit}`;

/** What is sent about rate limiting. */
export const rateLimitConversions: readonly Conversion[] = [
  ...groups.flatMap(ofGroup),
  ...Object.entries({
    [localRateLimitStats]: localRefusalReasons.uncounted,
    [shedStats]: localRefusalReasons.farOver,
  }).map(([prefix, reason]) => ({
    stat: `${prefix}.http_local_rate_limit.rate_limited`,
    metric: rateLimitMetrics.localRefusals,
    attributes: { reason },
  })),
  // The service resets a call itself when Envoy's time for it is over, which may come first.
  ...Object.entries({ timeout: endedBy.envoy, rx_reset: endedBy.service }).map(([stat, by]) => ({
    stat: `${service}.upstream_rq_${stat}`,
    metric: rateLimitMetrics.timeouts,
    attributes: { ended_by: by },
  })),
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

/** What the filter of a group of policies counts; it does so under the cluster that the request goes to. */
function ofGroup(group: Group): Conversion[] {
  const results = {
    ok: rateLimitResults.admitted,
    over_limit: rateLimitResults.refused,
    ...(group === 'strict'
      ? { error: rateLimitResults.denied }
      : { failure_mode_allowed: rateLimitResults.uncounted }),
  };
  return Object.entries(results).map(([stat, result]) => ({
    stat: `cluster.${clusterNames.app}.ratelimit.${rateLimitFilterNames[group]}.${stat}`,
    metric: rateLimitMetrics.requests,
    attributes: { policies: group, result },
  }));
}
