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
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions';
import type { Settings } from '@recipe-book/settings';
import { register } from 'import-in-the-middle/register-hooks.mjs';
import { redactor } from '../logging/redaction/redactor.ts';
import { version } from '../version.ts';
import { instrumentations, patchedModules } from './instrumentations.ts';
import { incubating } from './names.ts';
import { measureProcess } from './process-metrics.ts';
import { incomingOnly } from './propagation.ts';
import { redactingExporter } from './redacting-exporter.ts';
import { redisSpans } from './redis-spans.ts';
import { requestAttributes } from './request-attributes.ts';
import { sampler } from './sampler.ts';
import { onTelemetryStop } from './stop.ts';
import { views } from './views.ts';

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
      [incubating.deploymentEnvironmentName]: settings.APP_ENV,
    }),
    // The last one wins, so OTEL_RESOURCE_ATTRIBUTES can name the instance, as it does in a pod.
    resourceDetectors: [hostDetector, serviceInstanceIdDetector, envDetector],
    sampler,
    textMapPropagator: incomingOnly,
    spanProcessors: [
      requestAttributes,
      redisSpans,
      new BatchSpanProcessor({
        exporter: redactingExporter(new OTLPTraceExporter({ url }), redactor(settings)),
      }),
    ],
    metricReaders:
      settings.OTEL_METRICS_EXPORTER === 'none'
        ? []
        : [
            new PeriodicExportingMetricReader({
              exporter: new OTLPMetricExporter({ url }),
              exportIntervalMillis: settings.OTEL_METRIC_EXPORT_INTERVAL,
              exportTimeoutMillis: Math.min(settings.OTEL_METRIC_EXPORT_INTERVAL, 30_000),
            }),
          ],
    logRecordProcessors:
      settings.OTEL_LOGS_EXPORTER === 'none'
        ? []
        : [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter({ url }) })],
    views,
    instrumentations: instrumentations(),
  });
  sdk.start();
  measureProcess();
  onTelemetryStop(() => sdk.shutdown());
}
