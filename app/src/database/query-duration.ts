import { metrics } from '@opentelemetry/api';
import {
  ATTR_DB_COLLECTION_NAME,
  ATTR_DB_NAMESPACE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  METRIC_DB_CLIENT_OPERATION_DURATION,
} from '@opentelemetry/semantic-conventions';
import { instrumentationScope } from '../telemetry/names.ts';
import type { FinishedCommand } from './commands.ts';

/** As the conventions give them, seconds. */
const bounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

/** Measures how long commands take, by what they do and to which collection. */
export function measureQueries() {
  const histogram = metrics
    .getMeter(instrumentationScope)
    .createHistogram(METRIC_DB_CLIENT_OPERATION_DURATION, {
      description: 'Time that commands to the database take',
      unit: 's',
      advice: { explicitBucketBoundaries: bounds },
    });
  return ({ name, collection, database, duration, error }: FinishedCommand): void => {
    histogram.record(duration / 1000, {
      [ATTR_DB_SYSTEM_NAME]: 'mongodb',
      [ATTR_DB_NAMESPACE]: database,
      [ATTR_DB_OPERATION_NAME]: name,
      [ATTR_DB_COLLECTION_NAME]: collection,
      ...(error && { [ATTR_ERROR_TYPE]: error.name }),
    });
  };
}
