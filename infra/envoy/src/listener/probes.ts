import type { Settings } from '@recipe-book/settings';
import { routerFilter } from '../filters/router.ts';
import { extension, type JsonObject, seconds } from '../json.ts';
import type { EnvoyPlacement } from '../placement.ts';
import { socketAddress } from './address.ts';
import { localReplies } from './local-replies.ts';
import { probes } from './routes.ts';

/**
 * A second way to the app's probes, without TLS, which neither an overload nor the limit of connections
 * closes: an app must not be ended because Envoy has too much to do.
 */
export function probesListener(settings: Settings, placement: EnvoyPlacement): JsonObject {
  return {
    name: 'probes',
    address: socketAddress(placement.probes),
    bypass_overload_manager: true,
    filter_chains: [{ filters: [connectionManager(settings)] }],
  };
}

function connectionManager(settings: Settings): JsonObject {
  return extension(
    'envoy.filters.network.http_connection_manager',
    'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    {
      stat_prefix: 'probes',
      route_config: {
        name: 'probes',
        virtual_hosts: [{ name: 'probes', domains: ['*'], routes: [probes(settings)] }],
      },
      http_filters: [routerFilter()],
      local_reply_config: localReplies(),
      request_headers_timeout: seconds(settings.REQUEST_HEADERS_TIMEOUT),
      common_http_protocol_options: { idle_timeout: seconds(settings.REQUEST_HEADERS_TIMEOUT) },
      server_header_transformation: 'PASS_THROUGH',
    },
  );
}
