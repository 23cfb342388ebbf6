import type { JsonObject } from '../json.ts';
import { clusterNames } from '../names.ts';

/**
 * Requests that certainly never reached the app are sent again: while it restarts they wait here,
 * some ten seconds at most. Others are not, not even reads: one that ends the app's process would
 * end it again and again.
 */
const neverReachedTheApp: JsonObject = {
  retry_on: 'connect-failure,refused-stream,reset-before-request',
  num_retries: 40,
  retry_back_off: { base_interval: '0.1s', max_interval: '0.5s' },
};

/** Where requests go (envoy.config.route.v3.RouteAction). */
export const toApp: JsonObject = {
  cluster: clusterNames.app,
  timeout: '30s',
  retry_policy: neverReachedTheApp,
};
