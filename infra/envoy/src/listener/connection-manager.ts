import type { Settings } from '@recipe-book/settings';
import { httpFilters } from '../filters/index.ts';
import { extension, type JsonObject } from '../json.ts';
import { farOverHeader, ingressStats, internalHeaders } from '../names.ts';
import type { EnvoyPlacement } from '../placement.ts';
import type { Product } from '../product.ts';
import { accessLog } from './access-log.ts';
import { limits } from './limits.ts';
import { localReplies } from './local-replies.ts';
import { routesFile, routesName } from './routes.ts';
import { tracing } from './tracing.ts';
import { webSocketDefault } from './websockets.ts';

/**
 * HTTP as clients see it: who they are, what they may send, how long it may take.
 * @param codec AUTO tells HTTP/1.1 from HTTP/2 by what TLS agreed upon or by the first bytes.
 */
export function connectionManager(
  settings: Settings,
  placement: EnvoyPlacement,
  product: Product,
  codec: 'AUTO' | 'HTTP3',
): JsonObject {
  return extension(
    'envoy.filters.network.http_connection_manager',
    'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    {
      stat_prefix: ingressStats,
      codec_type: codec,
      rds: watchedRoutes(placement.routesDir),
      http_filters: httpFilters(settings, placement, product),
      access_log: [accessLog(settings)],
      tracing: tracing(settings, product),
      local_reply_config: localReplies(),
      ...clientIdentity(settings),
      ...requestIds,
      ...limits(settings),
      ...webSocketDefault(settings),
      server_header_transformation: 'PASS_THROUGH',
    },
  );
}

/** A file is taken anew when something is moved into its folder, as Kubernetes does with ConfigMaps. */
function watchedRoutes(folder: string): JsonObject {
  return {
    route_config_name: routesName,
    config_source: {
      path_config_source: {
        path: `${folder}/${routesFile}`,
        watched_directory: { path: folder },
      },
      resource_api_version: 'V3',
    },
  };
}

function clientIdentity(settings: Settings): JsonObject {
  return {
    use_remote_address: true,
    xff_num_trusted_hops: settings.TRUSTED_PROXY_HOPS,
    early_header_mutation_extensions: [
      extension(
        'envoy.http.early_header_mutation.header_mutation',
        'envoy.extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation',
        {
          mutations: [
            ...[...Object.values(internalHeaders), farOverHeader].map((remove) => ({ remove })),
            // Envoy would write it into its span, whatever it holds.
            { remove: 'x-client-trace-id' },
            // They would let a client choose retries, timeouts and its own address.
            { remove_on_match: { key_matcher: { prefix: 'x-envoy-' } } },
          ],
        },
      ),
    ],
  };
}

const requestIds: JsonObject = {
  preserve_external_request_id: true,
  always_set_request_id_in_response: true,
  request_id_extension: {
    typed_config: {
      '@type': 'type.googleapis.com/envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig',
      // An id that a client gave is returned unchanged.
      pack_trace_reason: false,
      // Such an id need not be a UUID; whether to trace must not hang on it.
      use_request_id_for_trace_sampling: false,
    },
  },
};
