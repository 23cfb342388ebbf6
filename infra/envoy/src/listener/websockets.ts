import type { Settings } from '@recipe-book/settings';
import { type JsonObject, seconds } from '../json.ts';
import { clusterNames } from '../names.ts';

const upgrade = (enabled: boolean) => ({
  upgrade_configs: [{ upgrade_type: 'websocket', enabled }],
});

/** How long nothing may be said in either direction, seconds. */
const idleTimeout = 300;

/** At all other paths a request to change the protocol is answered 403. */
export function webSocketDefault({ WEBSOCKET_PATHS }: Settings): JsonObject {
  return WEBSOCKET_PATHS === undefined ? {} : upgrade(false);
}

/** Routes at which the app may be asked to change to WebSocket (RFC 6455). */
export function webSocketRoutes({ WEBSOCKET_PATHS = [] }: Settings): JsonObject[] {
  return WEBSOCKET_PATHS.map((path) => ({
    match: { path, headers: [{ name: 'upgrade', present_match: true }] },
    route: {
      cluster: clusterNames.app,
      timeout: '0s',
      idle_timeout: seconds(idleTimeout),
      ...upgrade(true),
    },
  }));
}
