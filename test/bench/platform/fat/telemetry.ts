/**
 * Starts the telemetry of the app in one process, before anything else is loaded. What the app makes is the same;
 * it goes straight to the backend, and the share of traces is decided when they begin, since nobody could decide later.
 */
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import { register } from 'import-in-the-middle/register-hooks.mjs';
import { redactor } from '../../../../app/src/logging/redaction/redactor.ts';
import { readSettings } from '../../../../app/src/settings.ts';
import {
  instrumentations,
  patchedModules,
} from '../../../../app/src/telemetry/instrumentations.ts';
import { measureProcess } from '../../../../app/src/telemetry/process-metrics.ts';
import { redactingExporter } from '../../../../app/src/telemetry/redacting-exporter.ts';
import { redisSpans } from '../../../../app/src/telemetry/redis-spans.ts';
import { requestAttributes } from '../../../../app/src/telemetry/request-attributes.ts';
import { views } from '../../../../app/src/telemetry/views.ts';

const settings = readSettings(process.env);
register({ include: patchedModules });
// The exporters read OTEL_EXPORTER_OTLP_ENDPOINT themselves.
const exporter = redactingExporter(new OTLPTraceExporter(), redactor(settings));
const metricReader = new PeriodicExportingMetricReader({
  exporter: new OTLPMetricExporter(),
  exportIntervalMillis: settings.OTEL_METRIC_EXPORT_INTERVAL,
});
new NodeSDK({
  sampler: new ParentBasedSampler({
    root: new TraceIdRatioBasedSampler(settings.OTEL_TRACES_SAMPLER_ARG),
  }),
  spanProcessors: [requestAttributes, redisSpans, new BatchSpanProcessor({ exporter })],
  metricReaders: [metricReader],
  logRecordProcessors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })],
  views,
  instrumentations: instrumentations(),
}).start();
measureProcess();
