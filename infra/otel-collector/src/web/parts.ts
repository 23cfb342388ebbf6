import type { Settings } from '@recipe-book/settings';
import { exportersOf } from '../pipeline/exporters.ts';
import type { CollectorPlacement } from '../placement.ts';
import { webProcessorNames, webProcessors } from './processors.ts';
import { webReceiver } from './receiver.ts';

const receiver = 'otlp/web';

/** Traces and logs: no metrics, which would be counters that anybody can raise. */
const webSignals = ['traces', 'logs'] as const;

/**
 * What the Collector needs for browsers, if it hears of any: pipelines of their own from the port to the backend.
 * Anybody can send there, so nothing that could be filled is shared with our own telemetry.
 */
export function webParts(settings: Settings, placement: CollectorPlacement) {
  if (!settings.WEB_TELEMETRY || placement.webPort === undefined) return undefined;
  const exporters = webSignals.map((signal) =>
    exportersOf(signal, settings, placement, `web-${signal}`),
  );
  const pipelines = webSignals.map((signal, at) => [
    `${signal}/web`,
    {
      receivers: [receiver],
      processors: webProcessorNames(signal),
      exporters: Object.keys(exporters[at] ?? {}),
    },
  ]);
  return {
    receivers: { [receiver]: webReceiver(settings, placement) },
    processors: webProcessors(settings),
    exporters: Object.assign({}, ...exporters),
    pipelines: Object.fromEntries(pipelines),
  };
}
