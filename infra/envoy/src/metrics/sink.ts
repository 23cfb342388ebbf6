import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';
import { resourceDetectors } from '../listener/resource.ts';
import { clusterNames } from '../names.ts';
import { type Conversion, rateLimitConversions } from './conversions.ts';
import { certificateConversion, edgeConversions } from './edge-conversions.ts';

const sink = 'envoy.extensions.stat_sinks.open_telemetry.v3.SinkConfig';

/**
 * Sends the metrics to the Collector: some fifty of Envoy's many hundred statistics.
 * @param hasTls whether clients connect by TLS.
 */
export function metricsSink(settings: Settings, hasTls: boolean): JsonObject {
  const conversions = [
    ...rateLimitConversions,
    ...edgeConversions,
    ...(hasTls ? [certificateConversion] : []),
  ];
  return extension('envoy.stat_sinks.open_telemetry', sink, {
    grpc_service: { envoy_grpc: { cluster_name: clusterNames.collector } },
    resource_detectors: resourceDetectors(settings),
    // Envoy's own tags would come beside ours.
    emit_tags_as_attributes: false,
    custom_metric_conversions: {
      matcher_tree: {
        input: extension(
          'stat-name',
          'envoy.extensions.matching.common_inputs.stats.v3.StatFullNameMatchInput',
        ),
        exact_match_map: {
          map: Object.fromEntries(conversions.map((one) => [one.stat, { action: convert(one) }])),
        },
      },
      on_no_match: { action: extension('drop', `${sink}.DropAction`) },
    },
  });
}

function convert({ metric, attributes = {} }: Conversion): JsonObject {
  return extension('convert', `${sink}.ConversionAction`, {
    metric_name: metric,
    static_metric_labels: Object.entries(attributes).map(([key, value]) => ({
      key,
      value: { string_value: value },
    })),
  });
}
