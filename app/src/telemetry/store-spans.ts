import { SpanStatusCode } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace';
import { ATTR_DB_OPERATION_NAME } from '@opentelemetry/semantic-conventions';

const mongodb = '@opentelemetry/instrumentation-mongodb';
const redis = '@opentelemetry/instrumentation-redis';
/** How MongoDB begins to say that a unique index refused a write. */
const duplicate = 'E11000';

/** Mends what the instrumentations of the stores do not do as the conventions or this app want it. */
export const storeSpans: SpanProcessor = {
  /** Spans are called by their operation, as the conventions have it: `GET` instead of `redis-GET`. */
  onStart(span) {
    if (span.instrumentationScope.name !== redis) return;
    const operation = span.attributes[ATTR_DB_OPERATION_NAME];
    if (typeof operation === 'string') span.updateName(operation);
  },
  /** A duplicate is what unique indexes are there for: the app expects it and answers 409. */
  onEnding(span) {
    if (span.instrumentationScope.name !== mongodb) return;
    if (span.status.message?.includes(duplicate)) span.setStatus({ code: SpanStatusCode.OK });
  },
  onEnd() {},
  async forceFlush() {},
  async shutdown() {},
};

/** Commands whose first argument is a key, which holds nothing that a user wrote. */
const keyed = new Set(['GET', 'SET']);

/** The text of a command to Redis as a span may hold it: without values, scripts and passwords. */
export function redisText(command: string, [first]: readonly (string | Buffer)[]): string {
  return keyed.has(command) ? `${command} ${first}` : command;
}
