import { OpenTelemetry } from 'redis';

/** Seconds. Most answers take less than a millisecond; after 50 ms nobody waits any more. */
const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1];

let isOn = false;

/**
 * Has the client measure how long commands take, as `db.client.operation.duration`. Must be called
 * before clients are made; the client cannot be told twice. Probes are left out.
 */
export function measureCommands(): void {
  if (isOn) return;
  isOn = true;
  OpenTelemetry.init({
    metrics: {
      enabled: true,
      enabledMetricGroups: ['command'],
      excludeCommands: ['PING'],
      bucketsOperationDuration: bounds,
    },
  });
}
