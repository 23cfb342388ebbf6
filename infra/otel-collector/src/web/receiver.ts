import type { Settings } from '@recipe-book/settings';
import type { CollectorPlacement } from '../placement.ts';

/** Where Envoy passes on what browsers send; the addresses are those that browsers use. */
export function webReceiver(settings: Settings, { address, webPort }: CollectorPlacement) {
  return {
    protocols: {
      http: {
        endpoint: `${address}:${webPort}`,
        traces_url_path: '/otlp/v1/traces',
        logs_url_path: '/otlp/v1/logs',
        max_request_body_size: settings.MAX_WEB_TELEMETRY_SIZE,
      },
    },
  };
}
