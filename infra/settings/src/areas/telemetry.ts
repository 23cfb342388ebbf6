import { z } from 'zod';
import {
  flag,
  flagAllowed,
  integer,
  integerAllowed,
  keyValueList,
  ratio,
  ratioAllowed,
  urlAllowed,
  urlOf,
} from '../types.ts';
import { variables } from '../variable.ts';

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
const exporters = ['otlp', 'none'] as const;

/** OpenTelemetry (REQ-018 FR-018-3; names after the OpenTelemetry specification). */
export const telemetryVariables = variables({
  OTEL_SERVICE_NAME: {
    schema: z.string().regex(/^[\w.-]+$/),
    default: 'recipe-book-api',
    allowed: 'letters, digits and . _ -',
    readers: ['app', 'envoy'],
    effect: '`service.name` of the app; Envoy adds `-envoy` to it.',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: urlOf('http', 'https'),
    allowed: urlAllowed('http', 'https'),
    readers: ['collector', 'app'],
    effect:
      'OTLP/HTTP backend that the Collector sends to, instead of OpenObserve. Inside the pod the platform sets it to the Collector for the app.',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    schema: keyValueList.refine((headers) =>
      Object.keys(headers).every((name) => name.toLowerCase() === 'authorization'),
    ),
    allowed: 'Authorization=VALUE, percent-encoded, such as Authorization=Basic%20...',
    readers: ['collector'],
    effect: '`Authorization` header for that backend.',
    secret: true,
  },
  OTEL_TRACES_SAMPLER: {
    schema: z.enum(samplers),
    default: 'parentbased_traceidratio',
    allowed: samplers.join(', '),
    readers: ['collector'],
    effect: 'Which traces the Collector keeps besides all that failed or were slow.',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    schema: ratio,
    default: { development: '1.0', staging: '0.5', production: '0.1' },
    allowed: ratioAllowed,
    readers: ['collector'],
    effect: 'Share of the other traces that is kept, by trace id.',
  },
  OTEL_METRICS_EXPORTER: {
    schema: z.enum(exporters),
    default: 'otlp',
    allowed: exporters.join(', '),
    readers: ['app'],
    effect: 'Whether the app sends metrics.',
  },
  OTEL_METRIC_EXPORT_INTERVAL: {
    schema: integer(1000, 60_000),
    default: '30000',
    allowed: integerAllowed(1000, 60_000),
    readers: ['app'],
    effect:
      'Milliseconds between two times that the app sends its metrics. Alerts look back over two minutes and more, and need two.',
  },
  OTEL_LOGS_EXPORTER: {
    schema: z.enum(exporters),
    default: 'otlp',
    allowed: exporters.join(', '),
    readers: ['app'],
    effect: 'Whether the app sends logs besides writing them to stdout.',
  },
  WEB_TELEMETRY: {
    schema: flag,
    default: 'true',
    allowed: flagAllowed,
    readers: ['app', 'envoy', 'collector'],
    effect:
      'Whether browsers send traces, web vitals and errors, and Envoy takes them at `/otlp`. Browsers that ask not to be tracked never do.',
  },
});
