import type { Settings } from '@recipe-book/settings';
import type { Signal } from '../pipeline/signals.ts';
import type { CollectorPlacement } from '../placement.ts';
import { webProcessorNames, webProcessors } from './processors.ts';
import { webReceiver } from './receiver.ts';

const receiver = 'otlp/web';
/** Passes on what was checked to the pipelines of all telemetry, where sampling and redaction are. */
const connector = 'forward/web';

/** Traces and logs: no metrics, which would be counters that anybody can raise. */
const webSignals: readonly Signal[] = ['traces', 'logs'];

/** What the Collector needs for browsers, if it hears of any: pipelines of their own, up to where their telemetry is as good as ours. */
export function webParts(settings: Settings, placement: CollectorPlacement) {
  if (!hearsBrowsers(settings, placement)) return undefined;
  const pipeline = {
    receivers: [receiver],
    processors: ['memory_limiter', ...webProcessorNames],
    exporters: [connector],
  };
  return {
    receivers: { [receiver]: webReceiver(settings, placement) },
    processors: webProcessors(settings),
    connectors: { [connector]: {} },
    pipelines: Object.fromEntries(webSignals.map((signal) => [`${signal}/web`, pipeline])),
  };
}

/** Where the pipeline of a signal gets what browsers sent. */
export function fromWeb(
  settings: Settings,
  placement: CollectorPlacement,
  signal: Signal,
): string[] {
  return hearsBrowsers(settings, placement) && webSignals.includes(signal) ? [connector] : [];
}

function hearsBrowsers(settings: Settings, { webPort }: CollectorPlacement): boolean {
  return settings.WEB_TELEMETRY && webPort !== undefined;
}
