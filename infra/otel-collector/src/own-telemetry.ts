import type { Settings } from '@recipe-book/settings';
import { fromEnvironment } from './environment.ts';
import type { CollectorPlacement } from './placement.ts';
import { collectorService } from './service-names.ts';

/**
 * The Collector's metrics and warnings go where everything goes, through its own receiver. That cannot run away:
 * metrics come at a fixed pace, and of the lines that say the same only five are let through in a minute, then every
 * hundredth (zap's sampling). A line about a line that could not be sent comes a second after it, so that the sixth
 * is not sent, and nothing follows from it. Its very last ones find the
 * receiver gone when it ends, which makes its exit code 1; everything else is sent or stored by then.
 */
export function ownTelemetry(settings: Settings, { address, httpPort }: CollectorPlacement) {
  const exporter = {
    otlp: {
      protocol: 'http/protobuf',
      endpoint: `http://${address}:${httpPort}`,
      // It ends after its receiver, and must not wait for that for long. Milliseconds.
      timeout: 1000,
    },
  };
  return {
    resource: {
      attributes: [
        { name: 'service.name', value: collectorService(settings) },
        { name: 'service.instance.id', value: fromEnvironment('instance') },
        { name: 'deployment.environment.name', value: settings.APP_ENV },
      ],
    },
    logs: {
      level: 'warn',
      encoding: 'json',
      disable_stacktrace: true,
      sampling: { enabled: true, tick: '60s', initial: 5, thereafter: 100 },
      processors: [
        { batch: { schedule_delay: 1000, export_timeout: 1000, max_queue_size: 512, exporter } },
      ],
    },
    metrics: {
      level: 'normal',
      readers: [{ periodic: { interval: 30_000, timeout: 1000, exporter } }],
    },
  };
}
