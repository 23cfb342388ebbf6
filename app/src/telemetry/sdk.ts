import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-grpc';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-grpc';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import {
  envDetector,
  hostDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { BatchLogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  AggregationType,
  PeriodicExportingMetricReader,
  type ViewOptions,
} from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions';
import type { Settings } from '@recipe-book/settings';
import { register } from 'import-in-the-middle/register-hooks.mjs';
import { redactor } from '../logging/redaction/redactor.ts';
import { version } from '../version.ts';
import { instrumentations, patchedModules } from './instrumentations.ts';
import { connectionMetricNames } from './names.ts';
import { redactingExporter } from './redacting-exporter.ts';
import { requestAttributes } from './request-attributes.ts';
import { sampler } from './sampler.ts';
import { onTelemetryStop } from './stop.ts';

// Still experimental in the conventions, so the package exports it from another entry that may change.
const deploymentEnvironmentName = 'deployment.environment.name';

/**
 * The instrumentation counts sessions under the name for connections; the app counts the connections.
 */
const withoutSessionCount: ViewOptions = {
  meterName: '@opentelemetry/instrumentation-mongodb',
  instrumentName: connectionMetricNames.count,
  aggregation: { type: AggregationType.DROP },
};

/**
 * Starts traces, metrics and logs over OTLP/gRPC.
 * Every span of a request is sent: the Collector decides which traces are kept.
 * @param url the Collector beside the app.
 */
export function startTelemetry(settings: Settings, url: string): void {
  register({ include: patchedModules });
  const sdk = new NodeSDK({
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: settings.OTEL_SERVICE_NAME,
      [ATTR_SERVICE_VERSION]: version,
      [deploymentEnvironmentName]: settings.APP_ENV,
    }),
    // The last one wins, so OTEL_RESOURCE_ATTRIBUTES can name the instance, as it does in a pod.
    resourceDetectors: [hostDetector, serviceInstanceIdDetector, envDetector],
    sampler,
    spanProcessors: [
      requestAttributes,
      new BatchSpanProcessor({
        exporter: redactingExporter(new OTLPTraceExporter({ url }), redactor(settings)),
      }),
    ],
    metricReaders:
      settings.OTEL_METRICS_EXPORTER === 'none'
        ? []
        : [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ url }) })],
    logRecordProcessors:
      settings.OTEL_LOGS_EXPORTER === 'none'
        ? []
        : [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter({ url }) })],
    views: [withoutSessionCount],
    instrumentations: instrumentations(),
  });
  sdk.start();
  onTelemetryStop(() => sdk.shutdown());
}
