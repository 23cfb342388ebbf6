import {
  AggregationType,
  createAllowListAttributesProcessor,
  type ViewOptions,
} from '@opentelemetry/sdk-metrics';
import {
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  METRIC_DB_CLIENT_OPERATION_DURATION,
  METRIC_HTTP_SERVER_REQUEST_DURATION,
} from '@opentelemetry/semantic-conventions';

/**
 * The bounds of the conventions step over the promises that are kept an eye on: half of the answers
 * within 50 ms, 95 % within 150 ms, 99 % within 500 ms. Seconds.
 */
const durationWithPromises: ViewOptions = {
  meterName: '@opentelemetry/instrumentation-http',
  instrumentName: METRIC_HTTP_SERVER_REQUEST_DURATION,
  aggregation: {
    type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
    options: {
      boundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2.5, 5, 10],
    },
  },
};

/** Nobody asks which library it was; which server, spans tell. */
const redisDuration: ViewOptions = {
  meterName: 'node-redis',
  instrumentName: METRIC_DB_CLIENT_OPERATION_DURATION,
  attributesProcessors: [
    createAllowListAttributesProcessor([
      ATTR_DB_SYSTEM_NAME,
      ATTR_DB_OPERATION_NAME,
      ATTR_ERROR_TYPE,
    ]),
  ],
};

/** How metrics of libraries are made what this app needs. */
export const views = [durationWithPromises, redisDuration];
