import type { Settings } from '@recipe-book/settings';
import { exportersOf, type Signal, signals } from './pipeline/exporters.ts';
import { processors } from './pipeline/processors.ts';
import { receivers } from './pipeline/receivers.ts';
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
  return {
    extensions: {
      health_check: { endpoint: `${placement.healthAddress}:${placement.healthPort}` },
    },
    receivers: receivers(placement),
    processors: processors(settings),
    exporters: Object.assign({}, ...exporters),
    service: {
      extensions: ['health_check'],
      telemetry: {
        logs: { level: 'warn', encoding: 'json' },
        metrics: { level: 'none' },
      },
      pipelines: Object.fromEntries(pipelines),
    },
  };
}

function processorNames(signal: Signal): string[] {
  return [
    'memory_limiter',
    'redaction',
    ...(signal === 'traces' ? ['transform/redaction', 'tail_sampling'] : []),
    'batch',
  ];
}
