import type { Settings } from '@recipe-book/settings';
import { httpFilters } from '../filters/index.ts';
import { extension, type JsonObject, seconds } from '../json.ts';
import { internalHeaders } from '../names.ts';
import { accessLog } from './access-log.ts';
import { localReplies } from './local-replies.ts';
import { routesFile, routesName } from './routes.ts';
import { tracing } from './tracing.ts';

/** HTTP as clients see it: who they are, what they may send, how long it may take. */
export function connectionManager(settings: Settings, routesDir: string): JsonObject {
  return extension(
    'envoy.filters.network.http_connection_manager',
    'envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager',
    {
      stat_prefix: 'ingress',
      codec_type: 'AUTO',
      rds: watchedRoutes(routesDir),
      http_filters: httpFilters(settings),
      access_log: [accessLog(settings)],
      tracing: tracing(settings),
      local_reply_config: localReplies(),
      ...clientIdentity(settings),
      ...requestIds,
      ...limits,
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
            ...Object.values(internalHeaders).map((remove) => ({ remove })),
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

const limits: JsonObject = {
  max_request_headers_kb: 32,
  request_headers_timeout: seconds(10),
  // Long enough for a large import over a slow line. It cannot be told by route; slow ones of others are
  // bounded by the time for headers above, the idle time below when a body stops, and by the app, which
  // gives a body a minute to arrive, or an import half a minute without a byte.
  request_timeout: seconds(300),
  stream_idle_timeout: seconds(60),
  common_http_protocol_options: {
    idle_timeout: seconds(300),
    max_headers_count: 100,
    headers_with_underscores_action: 'DROP_HEADER',
  },
  normalize_path: true,
  merge_slashes: true,
  path_with_escaped_slashes_action: 'REJECT_REQUEST',
};
