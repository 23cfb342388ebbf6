import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';
import { clusterNames, jwtMetadata } from '../names.ts';
import type { Product } from '../product.ts';
import { envoyServiceName, resourceDetectors } from './resource.ts';
import { sampler } from './sampler.ts';

/**
 * One span a request, but for those that are not to be traced, whatever the client's own sampling flag says: which traces are kept is
 * decided in the Collector, when it is known how they ended.
 */
export function tracing(settings: Settings, product: Product): JsonObject {
  return {
    random_sampling: { value: 100 },
    spawn_upstream_span: false,
    // Envoy does not know the app's routes: a path here would make a name for each recipe.
    operation: '%REQ(:METHOD)%',
    custom_tags: [
      { tag: 'request.id', request_header: { name: 'x-request-id' } },
      { tag: 'deployment.environment.name', literal: { value: settings.APP_ENV } },
      {
        tag: 'user.id',
        metadata: {
          kind: { request: {} },
          metadata_key: {
            key: jwtMetadata.filter,
            path: [{ key: jwtMetadata.key }, { key: 'sub' }],
          },
        },
      },
    ],
    provider: extension(
      'envoy.tracers.opentelemetry',
      'envoy.config.trace.v3.OpenTelemetryConfig',
      {
        grpc_service: { envoy_grpc: { cluster_name: clusterNames.collector } },
        service_name: envoyServiceName(settings),
        resource_detectors: resourceDetectors(settings),
        sampler: sampler(product.files),
      },
    ),
  };
}
