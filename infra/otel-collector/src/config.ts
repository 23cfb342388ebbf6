import type { Settings } from '@recipe-book/settings';
import { ownTelemetry } from './own-telemetry.ts';
import { backendEndpoint, exportersOf } from './pipeline/exporters.ts';
import { processorNames, processors } from './pipeline/processors.ts';
import { queueStorage, storage } from './pipeline/queue.ts';
import { receivers } from './pipeline/receivers.ts';
import { signals } from './pipeline/signals.ts';
import { ratelimitSpanProcessors, statsdProcessors } from './pipeline/statsd.ts';
import type { CollectorPlacement } from './placement.ts';
import { webParts } from './web/parts.ts';

/** The Collector's configuration, as JSON, which it reads as YAML. Holds no secret. */
export function collectorConfig(settings: Settings, placement: CollectorPlacement) {
  const exporters = signals.map((signal) => exportersOf(signal, settings, placement));
  const pipelines = signals.map((signal, at) => [
    signal,
    {
      receivers: ['otlp'],
      processors: processorNames(
        signal,
        signal === 'traces' ? ratelimitSpanProcessors(placement) : {},
      ),
      exporters: Object.keys(exporters[at] ?? {}),
    },
  ]);
  const web = webParts(settings, placement);
  const extensions = {
    health_check: { endpoint: `${placement.healthAddress}:${placement.healthPort}` },
    ...(backendEndpoint(settings) && { [queueStorage]: storage(placement) }),
  };
  return {
    extensions,
    receivers: { ...receivers(placement), ...web?.receivers },
    processors: { ...processors(settings, placement), ...web?.processors },
    exporters: Object.assign({}, ...exporters, web?.exporters),
    service: {
      extensions: Object.keys(extensions),
      telemetry: ownTelemetry(settings, placement),
      pipelines: {
        ...Object.fromEntries(pipelines),
        ...web?.pipelines,
        ...(placement.statsd && {
          'metrics/statsd': {
            receivers: ['statsd'],
            processors: processorNames('metrics', statsdProcessors(settings, placement)),
            exporters: Object.keys(exporters[signals.indexOf('metrics')] ?? {}),
          },
        }),
      },
    },
  };
}
