import type { Settings } from '@recipe-book/settings';
import { ownTelemetry } from './own-telemetry.ts';
import { backendEndpoint, exportersOf } from './pipeline/exporters.ts';
import { processorNames, processors } from './pipeline/processors.ts';
import { queueStorage, storage } from './pipeline/queue.ts';
import { receivers } from './pipeline/receivers.ts';
import { signals } from './pipeline/signals.ts';
import type { CollectorPlacement } from './placement.ts';

/** The Collector's configuration, as JSON, which it reads as YAML. Holds no secret. */
export function collectorConfig(settings: Settings, placement: CollectorPlacement) {
  const exporters = signals.map((signal) => exportersOf(signal, settings, placement));
  const pipelines = signals.map((signal, at) => [
    signal,
    {
      receivers: ['otlp'],
      processors: processorNames(signal),
      exporters: Object.keys(exporters[at] ?? {}),
    },
  ]);
  const extensions = {
    health_check: { endpoint: `${placement.healthAddress}:${placement.healthPort}` },
    ...(backendEndpoint(settings) && { [queueStorage]: storage(placement) }),
  };
  return {
    extensions,
    receivers: receivers(placement),
    processors: processors(settings),
    exporters: Object.assign({}, ...exporters),
    service: {
      extensions: Object.keys(extensions),
      telemetry: ownTelemetry(settings, placement),
      pipelines: Object.fromEntries(pipelines),
    },
  };
}
